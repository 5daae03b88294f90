import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Finding } from '../../../core/model/finding.ts';
import { call } from './call.ts';
import { Explanation } from './Explanation.tsx';
import { type ExplainQuestion, questionOfFinding } from './explain-question.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useFocusReturn } from './use-focus-return.ts';

/** Why the figure of the finding that the address names changed. */
export function ExplainPanel({ findings }: { readonly findings: readonly Finding[] }) {
  useFocusReturn();
  const { locale } = useReader();
  const [search] = useBoardSearch();
  const finding = findings.find(({ id }) => id === search.why);
  return <ExplainDrawer question={finding === undefined ? null : questionOfFinding(finding, locale)} />;
}

/** A panel at the side with an explanation; closed without a question. */
export function ExplainDrawer({ question }: { readonly question: ExplainQuestion | null }) {
  const { say } = useReader();
  const [, change] = useBoardSearch();
  return (
    <Drawer
      opened={question !== null}
      onClose={() => change({ why: undefined })}
      position="right"
      size="min(760px, 100%)"
      title={question === null ? '' : say('explain.title', { name: question.name })}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {question !== null && <Answer question={question} />}
    </Drawer>
  );
}

function Answer({ question }: { readonly question: ExplainQuestion }) {
  const { say } = useReader();
  const { data, error } = useQuery({
    queryKey: ['explain', JSON.stringify(question.input)],
    queryFn: ({ signal }) => call('explain', question.input, signal),
  });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) {
    return (
      <div role="status" className="stack">
        <span className="quiet">{say('explain.working')}</span>
        <Skeleton height={200} />
      </div>
    );
  }
  return <Explanation explanation={data} />;
}
