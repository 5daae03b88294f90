import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import type { Sql } from '../../../core/sql/sql.ts';
import type { Ask } from '../../query/ask.ts';
import type { Workspace } from '../../store/workspace.ts';

/** Where a setting is looked at. Instants are epoch milliseconds. */
export interface SettingPlace extends Workspace {
  readonly ask: Ask;
  /** Now, as the workspace counts it. */
  readonly nowMs: number;
  /** How days are counted. */
  readonly calendar: Setting<'calendar'>;
}

/** From when a change holds: what was before stays, or it is as if it had always been so. */
export type Since = 'now' | 'always';

/** One change, on the way. */
export interface SettingChange<N extends SettingName> extends SettingPlace {
  readonly before: Setting<N>;
  readonly after: Setting<N>;
  readonly since: Since;
  /** Version of the rows that are written: epoch milliseconds of the machine's clock. */
  readonly rowVersion: number;
}

/** What a setting means for the facts. A kind that says nothing is a document and no more. */
export interface SettingKind<N extends SettingName> {
  /** What stands now, where the facts know it better than the document. */
  readonly read?: (place: SettingPlace) => Promise<Setting<N>>;
  /** Resolves to the value as it is kept. @throws UserError when it makes no sense */
  readonly check?: (after: Setting<N>, place: SettingPlace, before: Setting<N>) => Promise<Setting<N>> | Setting<N>;
  /** Writes what the facts must know, before the document. */
  readonly apply?: (change: SettingChange<N>) => Promise<void>;
  /** Tickets that must be derived anew, as a SELECT of `ticket_id`; null when none. */
  readonly touched?: (change: SettingChange<N>) => Promise<Sql | null> | Sql | null;
}
