import { Button, Progress } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { DropZone } from '../parts/DropZone.tsx';
import { Frame } from '../parts/Frame.tsx';
import { ImportPreview } from '../parts/ImportPreview.tsx';
import { ImportProgress } from '../parts/ImportProgress.tsx';
import { useReader } from '../parts/language.ts';
import { PastImports } from '../parts/PastImports.tsx';
import { useImportDraft } from '../parts/use-import-draft.ts';

/** Brings a file in: choose it, see what it holds, correct that, import it; and take imports back. */
function ImportPage() {
  const { say } = useReader();
  const steps = useImportDraft();
  const { draft } = steps;
  return (
    <Frame title={say('import.title')}>
      <div className="stack">
        {draft.kind === 'none' && <DropZone error={draft.error} onFile={steps.bring} />}
        {(draft.kind === 'uploading' || draft.kind === 'reading') && (
          <div className="panel" role="status">
            {say(draft.kind === 'uploading' ? 'import.uploading' : 'import.reading', { name: draft.fileName })}
            <Progress mt={8} value={draft.kind === 'uploading' ? draft.share * 100 : 100} animated aria-label={draft.fileName} />
          </div>
        )}
        {draft.kind === 'ready' && <ImportPreview draft={draft} steps={steps} />}
        {draft.kind === 'started' && (
          <>
            <ImportProgress id={draft.id} />
            <div>
              <Button variant="default" onClick={steps.reset}>
                {say('import.again')}
              </Button>
            </div>
          </>
        )}
        <PastImports />
      </div>
    </Frame>
  );
}

export const importPage = createLazyRoute('/import')({ component: ImportPage });
