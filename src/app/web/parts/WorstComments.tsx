import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { joinParts } from '../../../catalog/locales/join-parts.ts';
import { nameValue } from '../../../catalog/locales/names.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { nameAnswer } from './name-score.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useWorkspace } from './use-workspace.ts';

type Comment = Output<'home'>['comments'][number];

/** What unhappy customers wrote, each with its score and the way to its ticket. */
export function WorstComments({ comments }: { readonly comments: readonly Comment[] }) {
  const { say } = useReader();
  if (comments.length === 0) return <p className="quiet">{say('home.noComments')}</p>;
  return comments.map((comment) => <CommentToRead key={comment.answer} comment={comment} />);
}

function CommentToRead({ comment }: { readonly comment: Comment }) {
  const reader = useReader();
  const { say, locale } = reader;
  const [, change] = useBoardSearch();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const { kind, category, at, text, language, ticket } = comment;
  const facts = [
    nameAnswer(kind, comment, reader),
    ...(category === '' ? [] : [nameValue('category', category, reader)]),
    formatInstant(at, locale, zone),
  ];
  return (
    <blockquote className="comment">
      <p lang={language}>{text}</p>
      <footer className="quiet">
        {joinParts(facts)}
        {ticket !== '' && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => change({ ticket })}>
              {say('home.read')}
            </button>
          </>
        )}
      </footer>
    </blockquote>
  );
}
