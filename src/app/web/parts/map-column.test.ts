import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../../core/import/mapping.ts';
import { changeColumn, mapColumn, mapValue, missingFields } from './map-column.ts';

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
});
