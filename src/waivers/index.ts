/** Suppressions, inline and by file: who, why, until when. Nothing is hidden from the evidence. */
export { applyWaivers } from './apply.ts';
export { isInlineWaiver, parseInlineWaiver } from './inline.ts';
export type { WaiverReport } from './types.ts';
export type { Waiver, WaiverScope } from './waiver.ts';
