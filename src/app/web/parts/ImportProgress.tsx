import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { formatDuration } from '../../../catalog/charts/format-duration.ts';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call, callForFile } from './call.ts';
import { loadFailureWords, sayFailure } from './failed-import.ts';
import { useReader } from './language.ts';
import { RejectsTable } from './RejectsTable.tsx';
import { saveFile } from './save-file.ts';
import { sayFault } from './say-fault.ts';

type Import = Output<'import'>;

/** What came of an import, when the words that say why it failed are there. */
async function importWithWords(id: string, signal: AbortSignal): Promise<Import> {
  const found = await call('import', { id }, signal);
  await loadFailureWords([found]);
  return found;
}

/** How far an import is; when it is over, what came of it. */
export function ImportProgress({ id }: { readonly id: string }) {
  const { say, locale } = useReader();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => importWithWords(id, signal),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? 500 : false),
  });
  const over = data !== undefined && data.state !== 'running';
  useEffect(() => {
    if (over) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
  }, [over, client]);
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return null;
  return (
    <section className="panel" data-state={data.state} aria-live="polite">
      <h2>
        {over ? namePair(data.fileName, say(`importState.${stateOf(data)}`), locale) : say('import.running', { name: data.fileName })}
      </h2>
      {!over && <Progress value={data.bytes === 0 ? 0 : (100 * data.bytesDone) / data.bytes} aria-label={data.fileName} />}
      <p className="quiet">{factsOf(data, say, locale).join(' · ')}</p>
      {data.message !== '' && <p role="alert">{sayFailure(data, say)}</p>}
      {over && data.rowsRejected > 0 && <Rejects id={id} count={data.rowsRejected} />}
      {data.state === 'finished' && (
        <Button component={Link} to="/boards/support-overview?period=all">
          {say('import.toBoard')}
        </Button>
      )}
    </section>
  );
}

/** The state of an import as one of ours. */
export function stateOf({ state }: Pick<Import, 'state'>): 'running' | 'finished' | 'failed' | 'undone' {
  return (['running', 'finished', 'undone'] as const).find((known) => known === state) ?? 'failed';
}

function factsOf(data: Import, say: ReturnType<typeof useReader>['say'], locale: ReturnType<typeof useReader>['locale']): string[] {
  const running = data.state === 'running';
  return [
    say('import.accepted', { count: data.rowsAccepted }),
    ...(data.rowsUnchanged > 0 ? [say('import.unchanged', { count: data.rowsUnchanged })] : []),
    ...(data.rowsRejected > 0 ? [say('import.rejects', { count: data.rowsRejected })] : []),
    ...(running && data.rowsPerSecond !== null ? [say('import.rate', { rate: formatCount(Math.round(data.rowsPerSecond), locale) })] : []),
    ...(running && data.secondsLeft !== null ? [say('import.left', { time: formatDuration(data.secondsLeft * 1000, locale) })] : []),
  ];
}

function Rejects({ id, count }: { readonly id: string; readonly count: number }) {
  const { say } = useReader();
  const { data } = useQuery({ queryKey: ['rejects', id], queryFn: ({ signal }) => call('rejects', { id, limit: 100 }, signal) });
  const download = async () => saveFile('rejects.csv', await callForFile('rejectsFile', { id }));
  return (
    <>
      <div className="row">
        <h2>{say('import.rejects', { count })}</h2>
        <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => void download()}>
          {say('import.downloadRejects')}
        </Button>
      </div>
      {data !== undefined && <RejectsTable rejects={data} />}
    </>
  );
}
