import type { Dashboard } from '../../core/model/dashboard.ts';
import { supportOverview } from './support-overview.ts';

/** Every prebuilt board, in the order of the menu. */
export const dashboards: readonly Dashboard[] = [supportOverview];
