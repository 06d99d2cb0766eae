import { expect, it } from 'vitest';
import { STORIES } from '../reporters/testing/sarif.ts';

it('tells of each cell what it comes to, why, and who says so', () => {
  const { components = [], infrastructure = [] } = STORIES['drifted']?.coverage ?? {};
  const lines = [...components, ...infrastructure].flatMap(({ name, criticality, cells }) => [
    `${name} ${criticality ?? ''}`.trim(),
    ...cells.map(
      ({ aspect, state, because, evidence }) =>
        `  ${aspect} ${state}: ${because} ${evidence.map(({ kind, id }) => `${kind} ${id}`).join(', ')}`,
    ),
  ]);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "checkout critical
      metrics met: Collected by checkout. workload kubernetes/checkout:Deployment/checkout
      traces not-applicable: The plan asks for no traces. 
      availability unknown: Unknown because Up watches whichever services there are, without naming them. 
      errors not-met: No alert on errors is about it. 
      runbook met: Runbooks: docs/runbooks/rollback.md. document docs/runbooks/rollback.md
    Machines
      alert not-met: No alert is about that. 
      route not-met: There is no alert that could reach anybody. 
      runbook not-applicable: The plan leaves it out: The provider mends them. "
  `);
});

it('has no matrix without a plan', () => {
  expect(STORIES['withoutPlan']?.coverage).toBeUndefined();
});
