import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatCount, formatPercent } from '../../../catalog/charts/format-number.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { tileQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';

type Answer = Output<'risingWords'>;

/** Words that more subjects hold than in the period before, each with the tickets of both. */
export function RisingWords({ tile }: { readonly tile: Tile }) {
  const { say } = useReader();
  const [search] = useBoardSearch();
  const { period, compare, filters } = tileQuery(tile, search);
  const question = { period, compare, filters };
  const { data, error } = useQuery({
    queryKey: ['risingWords', JSON.stringify(question)],
    queryFn: ({ signal }) => call('risingWords', question, signal),
  });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return <Skeleton height={160} />;
  if (data.words.length === 0) return <p className="quiet">{say('words.none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll" tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('words.word')}</th>
            <th scope="col" data-numeric="true">
              {say('words.now')}
            </th>
            <th scope="col" data-numeric="true">
              {say('words.before')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.words.map((word) => (
            <WordRow key={word.word} word={word} answer={data} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WordRow({
  word: { word, language, count, countBefore },
  answer: { period, comparisonPeriod, tickets, ticketsBefore },
}: {
  readonly word: Answer['words'][number];
  readonly answer: Answer;
}) {
  return (
    <tr data-word={word}>
      <td lang={language}>{word}</td>
      <TicketsWith word={word} days={period} count={count} all={tickets} />
      <TicketsWith word={word} days={comparisonPeriod} count={countBefore} all={ticketsBefore} />
    </tr>
  );
}

interface TicketsWithProps {
  readonly word: string;
  readonly days: Answer['period'];
  readonly count: number;
  readonly all: number;
}

/** How many tickets of some days have a word, with the list of them. */
function TicketsWith({ word, days, count, all }: TicketsWithProps) {
  const { say, locale } = useReader();
  const [{ filters }] = useBoardSearch();
  const search = { period: `${days.from}..${days.until}`, find: word, ...(filters === undefined ? {} : { filters }) };
  const share = formatPercent(all === 0 ? 0 : (100 * count) / all, locale);
  return (
    <td data-numeric="true">
      <Link to="/tickets" search={search} className="link">
        {formatCount(count, locale)}
      </Link>{' '}
      <span className="quiet">{say('words.ofTickets', { share, n: formatCount(all, locale) })}</span>
    </td>
  );
}
