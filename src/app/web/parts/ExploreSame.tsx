import { Button, CopyButton } from '@mantine/core';
import type { QueryInput } from '../../../core/model/query.ts';
import { queryCommand } from '../../../core/text/query-command.ts';
import { useReader } from './language.ts';

/** How to get the very same answer from the command line and from the API. */
export function ExploreSame({ query }: { readonly query: QueryInput }) {
  const { say } = useReader();
  return (
    <details className="panel same">
      <summary>{say('explore.same')}</summary>
      <p className="quiet">{say('explore.sameHint')}</p>
      <dl>
        <Copied term={say('explore.command')} text={queryCommand(query)} name="command" />
        <Copied term={say('explore.api')} text={JSON.stringify(query, null, 2)} name="body" />
      </dl>
    </details>
  );
}

function Copied({ term, text, name }: { readonly term: string; readonly text: string; readonly name: string }) {
  const { say } = useReader();
  return (
    <>
      <dt>
        {term}
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} aria-label={`${say('explore.copy')}: ${term}`}>
              {say(copied ? 'explore.copied' : 'explore.copy')}
            </Button>
          )}
        </CopyButton>
      </dt>
      <dd>
        <pre data-same={name} lang="en">
          {text}
        </pre>
      </dd>
    </>
  );
}
