import { Button, Checkbox } from '@mantine/core';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { useReader } from './language.ts';
import { sayRemark } from './say-remark.ts';
import type { ReadyDraft } from './use-import-draft.ts';

export interface ImportMembersProps {
  readonly draft: ReadyDraft;
  readonly onShow: (member: string) => void;
  readonly onChoose: (members: readonly string[]) => void;
}

/** The tables of an archive or workbook: which are imported, and which one the rest of the page speaks of. */
export function ImportMembers({ draft, onShow, onChoose }: ImportMembersProps) {
  const { say } = useReader();
  const { preview, members } = draft;
  if (members === null) return null;
  const toggle = (name: string, isWanted: boolean) => onChoose(isWanted ? [...members, name] : members.filter((each) => each !== name));
  return (
    <section className="panel">
      <h2>{say('import.members')}</h2>
      <div className="scroll">
        <table className="grid-table">
          <tbody>
            {preview.members.map(({ name, target, remark }) => (
              <tr key={name} data-chosen={name === preview.member}>
                <td>
                  <Checkbox
                    size="xs"
                    label={name}
                    checked={members.includes(name)}
                    disabled={target === null}
                    onChange={(event) => toggle(name, event.currentTarget.checked)}
                  />
                </td>
                <td>{target === null ? '' : say(`shape.${target}` as WordKey)}</td>
                <td className="quiet">{remark === null ? '' : sayRemark(remark, say)}</td>
                <td>
                  <Button
                    variant="subtle"
                    color="gray"
                    disabled={target === null || name === preview.member}
                    aria-label={`${say('import.memberShow')}: ${name}`}
                    onClick={() => onShow(name)}
                  >
                    {say('import.memberShow')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
