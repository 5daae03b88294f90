import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { CellContext } from './name-cell.ts';
import { nameAnswer } from './name-score.ts';

export interface TicketAnswersProps {
  readonly answers: Output<'ticket'>['answers'];
  readonly context: CellContext;
}

/** What the customer answered to surveys about a ticket, each with its scale and what was written. */
export function TicketAnswers({ answers, context: { reader, zone } }: TicketAnswersProps) {
  return answers.map(({ answer, at, survey, question, kind, comment, ...score }) => (
    <div key={answer} className="message" data-actor="customer" data-answer={kind}>
      <div className="quiet">
        {reader.say('actor.customer')} · {formatInstant(at, reader.locale, zone)} · {question === '' ? survey : question}
      </div>
      <p>
        <strong>{nameAnswer(kind, score, reader)}</strong>
      </p>
      {comment !== '' && <p>{comment}</p>}
    </div>
  ));
}
