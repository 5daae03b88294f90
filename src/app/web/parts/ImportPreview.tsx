import { Button, FileButton } from '@mantine/core';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { listNames } from '../../../catalog/locales/list-names.ts';
import { mappingSchema } from '../../../core/import/mapping.ts';
import { ColumnMap } from './ColumnMap.tsx';
import { FileForm } from './FileForm.tsx';
import { ImportMembers } from './ImportMembers.tsx';
import { ImportTrial } from './ImportTrial.tsx';
import { useReader } from './language.ts';
import { MappingMenu } from './MappingMenu.tsx';
import { missingFields } from './map-column.ts';
import { RejectsTable } from './RejectsTable.tsx';
import { saveFile } from './save-file.ts';
import { sayFault } from './say-fault.ts';
import type { ReadyDraft, useImportDraft } from './use-import-draft.ts';
import { useWorkspace } from './use-workspace.ts';
import { ValueMap } from './ValueMap.tsx';

export interface ImportPreviewProps {
  readonly draft: ReadyDraft;
  readonly steps: ReturnType<typeof useImportDraft>;
}

/** What an import would make of the file, and every decision that can be corrected. */
export function ImportPreview({ draft, steps }: ImportPreviewProps) {
  const { say } = useReader();
  const { preview, mapping } = draft;
  const zone = useWorkspace()?.zone ?? 'UTC';
  const { setMapping, check } = steps;
  return (
    <>
      <Actions draft={draft} steps={steps} />
      <ImportMembers draft={draft} onShow={(member) => void steps.showMember(member)} onChoose={steps.chooseMembers} />
      <FileForm preview={preview} mapping={mapping} onChange={setMapping} onReread={(changed) => void check(changed)} />
      <ColumnMap preview={preview} mapping={mapping} onChange={setMapping} />
      <ValueMap preview={preview} mapping={mapping} onChange={setMapping} />
      <div data-changed={draft.changed}>
        <ImportTrial preview={preview} mapping={mappingSchema.parse(preview.mapping)} zone={zone} />
      </div>
      {preview.rejects.length > 0 && (
        <section className="panel">
          <h2>{say('import.rejects', { count: preview.rejects.length })}</h2>
          <RejectsTable rejects={preview.rejects} />
        </section>
      )}
    </>
  );
}

function Actions({ draft, steps }: ImportPreviewProps) {
  const { say, locale } = useReader();
  const { preview, mapping } = draft;
  const missing = missingFields(mapping, preview.fields).map((field) => nameColumn(field, locale));
  return (
    <section className="panel">
      <div className="row">
        <strong>{preview.fileName}</strong>
        <div className="spacer" />
        <Button variant="subtle" color="gray" onClick={steps.reset}>
          {say('import.again')}
        </Button>
        <MappingMenu onUse={(name) => void steps.readBy(name)} onKeep={(name) => void steps.keep(name)} />
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file !== null && void loadMapping(file, steps, (reason) => say('import.badMapping', { reason }))}
        >
          {(props) => (
            <Button {...props} variant="default">
              {say('import.loadMapping')}
            </Button>
          )}
        </FileButton>
        <Button
          variant="default"
          onClick={() =>
            saveFile(`${mapping.source}.mapping.json`, new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: 'application/json' }))
          }
        >
          {say('import.saveMapping')}
        </Button>
        {draft.changed ? (
          <Button loading={draft.busy} onClick={() => void steps.check(mapping)}>
            {say('import.changed')}
          </Button>
        ) : (
          <Button loading={draft.busy} disabled={missing.length > 0} onClick={() => void steps.begin()}>
            {startWords(draft, say)}
          </Button>
        )}
      </div>
      {missing.length > 0 && <p role="status">{say('import.missing', { fields: listNames(missing, locale) })}</p>}
      {draft.error !== null && <p role="alert">{sayFault(draft.error, say)}</p>}
      {draft.keptAs !== null && <output>{say('mapping.kept', { name: draft.keptAs })}</output>}
    </section>
  );
}

/** What the start will do; the rows that cannot be used are known only where the whole file was tried. */
function startWords({ rows, mapping, preview: { sample } }: ReadyDraft, say: ReturnType<typeof useReader>['say']): string {
  if (rows === null) return say('import.start');
  const count = sample.rows === rows ? rows - sample.rejected : rows;
  return say(mapping.target === 'tickets' ? 'import.startTickets' : 'import.startRows', { count });
}

async function loadMapping(file: File, steps: ImportPreviewProps['steps'], explain: (reason: string) => string): Promise<void> {
  const read = mappingSchema.safeParse(
    await file
      .text()
      .then(JSON.parse)
      .catch(() => null),
  );
  if (read.success) await steps.check(read.data);
  else steps.setError(new Error(explain(read.error.issues[0]?.message ?? '')));
}
