import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { Confirm } from './Confirm.tsx';
import { call } from './call.ts';
import { loadFailureWords, sayFailure } from './failed-import.ts';
import { stateOf } from './ImportProgress.tsx';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useWorkspace } from './use-workspace.ts';

type Import = Output<'imports'>[number];

/** Imports, when the words that say why some failed are there. */
async function importsWithWords(signal: AbortSignal): Promise<Import[]> {
  const found = await call('imports', {}, signal);
  await loadFailureWords(found);
  return found;
}

/** Imports so far, newest first; each can be taken back. */
export function PastImports() {
  const { say } = useReader();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Import | null>(null);
  const { data, error } = useQuery({ queryKey: ['imports'], queryFn: ({ signal }) => importsWithWords(signal) });
  const undo = useMutation({ mutationFn: (id: string) => call('undoImport', { id }), onSuccess: () => client.invalidateQueries() });
  const fault = error ?? undo.error;
  return (
    <section className="panel">
      <h2>{say('import.past')}</h2>
      {fault !== null && <p role="alert">{sayFault(fault, say)}</p>}
      {data?.length === 0 && <p className="quiet">{say('import.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <ImportsTable imports={data} undoing={undo.isPending ? undo.variables : null} onUndo={setAsked} />
      )}
      <Confirm
        open={asked !== null}
        question={say('import.askUndo', { name: asked?.fileName ?? '' })}
        action={say('import.undo')}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) undo.mutate(asked.id);
          setAsked(null);
        }}
      />
    </section>
  );
}

interface ImportsTableProps {
  readonly imports: readonly Import[];
  readonly undoing: string | null;
  readonly onUndo: (each: Import) => void;
}

function ImportsTable({ imports, undoing, onUndo }: ImportsTableProps) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  return (
    <div className="scroll">
      <table className="grid-table stacking">
        <thead>
          <tr>
            {(['import.file', 'import.when', 'import.rows', 'import.state'] as const).map((key) => (
              <th key={key} scope="col" data-numeric={key === 'import.rows'}>
                {say(key)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id} data-import={each.id} data-state={each.state}>
              <td>{each.fileName}</td>
              <td data-label={say('import.when')}>{formatInstant(each.startedAt, locale, zone)}</td>
              <td data-numeric="true" data-label={say('import.rows')}>
                {formatCount(each.rowsAccepted, locale)}
              </td>
              <td data-label={say('import.state')}>
                {say(`importState.${stateOf(each)}`)}
                {each.message !== '' && <p className="quiet">{sayFailure(each, say)}</p>}
              </td>
              <td>
                {each.state !== 'undone' && each.state !== 'running' && (
                  <Button variant="default" loading={undoing === each.id} onClick={() => onUndo(each)}>
                    {say('import.undo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
