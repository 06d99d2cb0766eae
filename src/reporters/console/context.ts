import type { Redactions } from '../parts/index.ts';
import type { Paint } from './paint.ts';

/** What every section needs to know. */
export interface Context {
  readonly paint: Paint;
  readonly width: number;
  readonly quiet: boolean;
  readonly redactions: Redactions;
}
