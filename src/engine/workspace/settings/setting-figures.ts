import type { Output } from '../../../core/model/endpoints/index.ts';

/** What a change of a setting would move of the last 28 days. */
export type Figures = Pick<Output<'previewSetting'>, 'metrics' | 'notes'>;
