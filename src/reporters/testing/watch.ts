import type { Watch } from './builder.ts';

/** What watches the component of the stories: a cell of each state. */
export const COMPONENT: readonly Watch[] = [
  ['metrics', 'by', 'workload kubernetes/checkout:Deployment/checkout'],
  ['traces', 'exempt', 'The plan asks for no traces.'],
  ['availability', 'unknown', 'Up watches whichever services there are, without naming them'],
  ['errors', 'nothing'],
  ['runbook', 'by', 'document docs/runbooks/rollback.md'],
];

export const INFRASTRUCTURE: readonly Watch[] = [
  ['alert', 'nothing'],
  ['route', 'nothing'],
  ['runbook', 'exempt', 'The plan leaves it out: The provider mends them.'],
];
