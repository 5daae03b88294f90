import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatPercent } from '../../../catalog/charts/format-number.ts';
import { formatWeekday } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { WorkingSchedule as Schedule } from '../../../core/model/settings/schedules-setting.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { writeShifts } from './parse-shifts.ts';
import { sayFault } from './say-fault.ts';
import { useValues } from './use-values.ts';

type Guess = Output<'guessHours'>[number];

export interface HoursGuessProps {
  readonly schedules: readonly Schedule[];
  readonly onUse: (schedules: Schedule[]) => void;
}

/** Working hours as the first replies of people show them, team by team, to be taken over. */
export function HoursGuess({ schedules, onUse }: HoursGuessProps) {
  const { say } = useReader();
  const teams = useValues('team');
  const { data, error } = useQuery({ queryKey: ['guessHours'], queryFn: ({ signal }) => call('guessHours', {}, signal) });
  if (error !== null) return <p className="quiet">{sayFault(error, say)}</p>;
  if (data === undefined) return null;
  const nameOf = (team: string) => (team === '' ? say('hours.everyTeam') : (teams.find(({ value }) => value === team)?.label ?? team));
  return (
    <div className="stack" style={{ gap: 8 }}>
      <h3>{say('hours.guess')}</h3>
      {data.length === 0 && <p className="quiet">{say('hours.tooFew')}</p>}
      {data.map((guess) => (
        <GuessRow
          key={guess.team}
          guess={guess}
          name={nameOf(guess.team)}
          onUse={() => onUse(withGuess(schedules, guess, nameOf(guess.team)))}
        />
      ))}
    </div>
  );
}

function GuessRow({ guess, name, onUse }: { readonly guess: Guess; readonly name: string; readonly onUse: () => void }) {
  const { say, locale } = useReader();
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    hours: writeShifts(guess.shifts.filter((shift) => shift.weekday === weekday)),
  }));
  return (
    <div className="guess">
      <div className="row">
        <strong>{name}</strong>
        <span className="quiet">{guess.zone}</span>
        <span className="quiet">
          {say('hours.guessOf', { count: guess.replies, percent: formatPercent(guess.coveredPercent, locale) })}
        </span>
        <div className="spacer" />
        <Button variant="default" onClick={onUse}>
          {say('hours.useGuess')}
        </Button>
      </div>
      <div className="quiet guess-days">
        {days
          .filter(({ hours }) => hours !== '')
          .map(({ weekday, hours }) => `${formatWeekday(weekday, locale)}\u00a0${hours.replaceAll('–', '\u2060–\u2060')}`)
          .join('\u00a0· ')}
      </div>
    </div>
  );
}

/** The guess in place of the hours that the team works by, or beside them where it works by those of all. */
function withGuess(schedules: readonly Schedule[], guess: Guess, name: string): Schedule[] {
  const shifts = [...guess.shifts];
  const own = schedules.findIndex((schedule) => (guess.team === '' ? schedule.isDefault : schedule.teams.includes(guess.team)));
  if (own >= 0) return schedules.map((schedule, index) => (index === own ? { ...schedule, shifts, zone: guess.zone } : schedule));
  const fresh: Schedule = {
    id: `hours-${guess.team || 'all'}`,
    name,
    zone: guess.zone,
    isDefault: guess.team === '',
    shifts,
    holidays: [],
    holidaySet: null,
    teams: guess.team === '' ? [] : [guess.team],
  };
  return [...schedules, fresh];
}
