import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../../core/import/mapping.ts';
import { changeColumn, changeSurvey, mapColumn, mapValue, missingFields } from './map-column.ts';

const mapping = mappingSchema.parse({
  version: 1,
  target: 'tickets',
  source: 'desk',
  columns: [
    { from: 'Opened', to: 'created_at' },
    { from: 'State', to: 'status', values: { Done: 'solved' } },
  ],
});

describe('correcting a mapping', () => {
  it('sends a column to another field, which leaves the column that had it', () => {
    expect(mapColumn(mapping, 'Started', 'created_at').columns).toEqual([
      { from: 'State', to: 'status', values: { Done: 'solved' } },
      { from: 'Started', to: 'created_at' },
    ]);
    expect(mapColumn(mapping, 'State', null).columns).toEqual([{ from: 'Opened', to: 'created_at' }]);
  });

  it('maps a word, and leaves it empty again', () => {
    const mapped = mapValue(mapping, 'State', 'Waiting', 'pending');
    expect(mapped.columns[1]?.values).toEqual({ Done: 'solved', Waiting: 'pending' });
    expect(mapValue(mapped, 'State', 'Waiting', null).columns[1]?.values).toEqual({ Done: 'solved' });
  });

  it('changes how a column is written, and never the mapping it was given', () => {
    expect(changeColumn(mapping, 'Opened', { format: 'unix_s' }).columns[0]).toEqual({
      from: 'Opened',
      to: 'created_at',
      format: 'unix_s',
    });
    expect(mapping.columns[0]).toEqual({ from: 'Opened', to: 'created_at' });
  });

  it('names required fields that nothing gives', () => {
    const fields = [
      { name: 'created_at', required: true },
      { name: 'source_id', required: true },
      { name: 'subject', required: false },
    ];
    expect(missingFields(mapping, fields)).toEqual(['source_id']);
  });

  it('lets several columns of a survey be scores, each with the kind of its question', () => {
    const survey = { ...mapping, target: 'survey_responses' as const, columns: [], constants: { kind: 'csat' } };
    const one = mapColumn(survey, 'Would you recommend us?', 'score');
    expect(changeSurvey(one, 'Would you recommend us?', 'nps').constants).toEqual({ kind: 'nps' });
    const two = mapColumn(one, 'Was it solved?', 'score');
    expect(two.columns.map(({ from, to }) => [from, to])).toEqual([
      ['Would you recommend us?', 'score'],
      ['Was it solved?', 'score'],
    ]);
    const asked = changeSurvey(two, 'Was it solved?', 'fcr');
    expect([asked.columns.map(({ survey: kind }) => kind), asked.constants]).toEqual([[undefined, 'fcr'], { kind: 'csat' }]);
  });
});
