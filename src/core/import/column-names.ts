import { withoutUnit } from './duration-units.ts';
import { type FieldWord, fieldWords, headerWord } from './field-words.ts';

interface Named {
  readonly name: string;
}

/** Columns by what their names come down to; of columns with one name, all in their order. */
export interface NameIndex<Column> {
  readonly whole: ReadonlyMap<string, readonly Column[]>;
  /** Without what the name says besides: the ticket that all columns speak of, a group, a remark in brackets. */
  readonly bare: ReadonlyMap<string, readonly Column[]>;
  readonly withoutUnit: ReadonlyMap<string, readonly Column[]>;
}

const prefixes =
  /^(?:(?:ticket|case|incident|issue|request|sys|conversation|inquiry|enquiry)_|工单|工單|案件|服务单|服務單|会话|會話)(?=\p{L})/u;
const suffixes = /(?<=\p{L})_(?:tickets?|casos?|solicitud|demande|dossier|обращения|тикета|заявки|запроса|инцидента)$/u;
/** How two systems write fields of their own: `Region__c`, `Custom field (Region)`. */
const ownField = /^custom field \((.+)\)$|^(.+)__c$/i;
/** `Customer / Email`, `Assigned to - Team`; a question may hold a dash too, behind more words. */
const grouped = /^(?:.* \/ |\S+(?: \S+){0,2} [-–|] )(.+)$/;
const numbered = /^\s*\d+\s*[、.)]\s*/;
const bracketed = /[([{（【].*?[)\]}）】]/gu;

/** A longer one is no name, and is not taken apart. */
const longestName = 300;

/** Columns by their names, as they stand and as they come down to. */
export function indexNames<Column extends Named>(columns: readonly Column[]): NameIndex<Column> {
  const [whole, bare, unitless] = [new Map<string, Column[]>(), new Map<string, Column[]>(), new Map<string, Column[]>()];
  const add = (map: Map<string, Column[]>, name: string, column: Column) => map.set(name, [...(map.get(name) ?? []), column]);
  for (const column of columns) {
    const [full, ...bares] = namesOf(column.name);
    add(whole, full, column);
    for (const name of bares) add(bare, name, column);
    for (const name of new Set([full, ...bares].map(withoutUnit))) add(unitless, name, column);
  }
  return { whole, bare, withoutUnit: unitless };
}

/** A name as it stands, then what it comes down to without its brackets, its group, and the thing that it is of: `Created (UTC)`, `Customer / Email`, `Статус заявки`. */
function namesOf(name: string): [whole: string, ...bare: string[]] {
  const whole = headerWord(name);
  if (name.length > longestName) return [whole];
  const own = ownField.exec(name);
  const plain = (own?.[1] ?? own?.[2] ?? name.replaceAll(bracketed, ' ').replace(numbered, '')).trim();
  const parts = [plain, grouped.exec(plain)?.[1] ?? plain, ...pathNames(name)].map(headerWord);
  const all = [...new Set([whole, ...parts])].flatMap((word) => [
    word,
    word.replace(prefixes, ''),
    word.replace(suffixes, ''),
    word.replace(prefixes, '').replace(suffixes, ''),
  ]);
  return [whole, ...[...new Set(all)].filter((word) => word !== whole && word !== '')];
}

const wrappings = new Set(['fields', 'attributes', 'properties', 'ticket', 'conversation', 'stats', 'statistics']);
const wrapped = new Set(['name', 'displayName', 'display_name', 'value', 'label']);
/** What many things of a document have: of which thing it is told is not known from them alone. */
const ofMany = /^(id|key|type|kind|name|url|email.*|address|(created|updated)_?at)$/i;

/** What a path within a document comes down to: `fields.status.name` is the status, `via.channel` the channel. */
function pathNames(name: string): string[] {
  const parts = /^[\w-]+(\.[\w-]+)+$/.test(name) ? name.split('.') : [];
  const inner = parts.slice(wrappings.has(parts[0] ?? '') ? 1 : 0);
  const own = wrapped.has(inner.at(-1) ?? '') ? inner.slice(0, -1) : inner;
  const last = own.at(-1);
  return last === undefined ? [] : [own.join('_'), ...(own.length > 1 && ofMany.test(last) ? [] : [last])];
}

/** Whether a column is called by a word, in some language. */
export function isCalled(name: string, word: FieldWord): boolean {
  const own = new Set(namesOf(name));
  return fieldWords(word).some((known) => own.has(known));
}
