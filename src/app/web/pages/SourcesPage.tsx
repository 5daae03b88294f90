import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { call } from '../parts/call.ts';
import { Frame } from '../parts/Frame.tsx';
import { ImportOffer } from '../parts/ImportOffer.tsx';
import { useReader } from '../parts/language.ts';
import { PastImports } from '../parts/PastImports.tsx';
import { SourceTable } from '../parts/SourceTable.tsx';
import { sayFault } from '../parts/say-fault.ts';

/** Where the facts come from: volume, freshness, quality, and the imports that brought them. */
function SourcesPage() {
  const { say } = useReader();
  const { data, error } = useQuery({ queryKey: ['sources'], queryFn: ({ signal }) => call('sources', {}, signal) });
  return (
    <Frame title={say('sources.title')}>
      <div className="stack">
        <section className="panel" aria-busy={data === undefined && error === null}>
          <p className="quiet">{say('sources.intro')}</p>
          {error !== null && <p role="alert">{sayFault(error, say)}</p>}
          {data?.length === 0 && (
            <div className="hint">
              {say('sources.none')}
              <ImportOffer />
            </div>
          )}
          {data !== undefined && data.length > 0 && <SourceTable sources={data} />}
        </section>
        <PastImports />
      </div>
    </Frame>
  );
}

export const sourcesPage = createLazyRoute('/sources')({ component: SourcesPage });
