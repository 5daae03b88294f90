import { launch } from './1-launch.ts';
import { season } from './6-season.ts';
import { earlyClosing } from './15-early-closing.ts';
import { carrierStrike } from './20-carrier-strike.ts';
import type { Truth } from './truth.ts';

/** What is planted in the demo company. */
export const truths: readonly Truth[] = [launch, season, earlyClosing, carrierStrike];
