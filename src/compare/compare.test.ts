import { describe, expect, it } from 'vitest';
import { differenceOf, markdownOf, screenOf, snapshotFrom, type Snapshot } from './index.ts';

const at = (startLine: number): object => ({
  path: 'plan.yaml',
  startLine,
  startColumn: 3,
  endLine: startLine,
  endColumn: 9,
});

type Given = Readonly<Record<string, readonly [unknown, string?]>>;

/** A snapshot out of a report as JSON: statements with value and outcome. */
function snapshot(version: string, state: string, given: Given): Snapshot {
  const report = {
    formatVersion: 1,
    plan: { title: 'Shop', version },
    criteria: [{ id: 'rollback', title: 'Rollback procedures are clearly documented', state }],
    findings: [{ fingerprint: 'f', message: 'The files have rolling.' }],
    undecided: [],
    statements: Object.entries(given).map(([path, [value, outcome]], index) => ({
      path,
      value,
      location: at(index + 1),
      evidence:
        outcome === undefined
          ? []
          : [
              {
                rule: 'a/b',
                outcome,
                passed: 0,
                places: [],
                findings: outcome === 'violated' ? ['f'] : [],
                undecided: [],
              },
            ],
    })),
  };
  const found = snapshotFrom(JSON.stringify(report));
  if (!found) throw new Error('no report');
  return found;
}

const before = snapshot('1', 'met', {
  'delivery.environments.production.strategy': ['canary', 'passed'],
  'delivery.tests': [['unit', 'smoke'], 'passed'],
  'recovery.backups[db].keepDays': [35, 'passed'],
  'security.frameworks': [['soc2']],
});
const after = snapshot('2', 'not-met', {
  'delivery.environments.production.strategy': ['canary', 'violated'],
  'delivery.tests': [['unit', 'e2e'], 'passed'],
  'recovery.backups[db].keepDays': [7, 'passed'],
  'resources.budget.currency': ['EUR'],
});

describe('a difference', () => {
  it('is told on the screen by step: what came, went, changed, and what else was found', () => {
    expect(screenOf(differenceOf(before, after), false)).toMatchInlineSnapshot(`
      "Shop, version 1 → Shop, version 2

      Step 3: CI/CD Pipeline Design
        ! delivery.environments.production.strategy
            was shown, is not so
            The files have rolling.
            plan.yaml:1:3 → plan.yaml:1:3
        ~ delivery.tests: -smoke, +e2e
            plan.yaml:2:3 → plan.yaml:2:3

      Step 4: Security Implementation
        - security.frameworks: soc2
            plan.yaml:4:3

      Step 6: Disaster Recovery Planning
        ~ recovery.backups[db].keepDays: 35 → 7
            plan.yaml:3:3 → plan.yaml:3:3

      Step 8: Review and Validation
        + resources.budget.currency: EUR
            is not shown by anything
            plan.yaml:4:3

      Criteria
        rollback: met → not-met

      2 changed, 1 added, 1 removed; evidence of 1 others changed; 1 criteria changed.
      "
    `);
  });

  it('is told in Markdown', () => {
    expect(markdownOf(differenceOf(before, after))).toMatchInlineSnapshot(`
      "## Shop, version 1 \`→\` Shop, version 2

      2 changed, 1 added, 1 removed; evidence of 1 others changed; 1 criteria changed.

      | Criterion | Before | After |
      | --- | --- | --- |
      | \`rollback\` | met | not-met |

      ### Step 3: \`CI/CD\` Pipeline Design

      |  | Statement | Says | Evidence | Places |
      | --- | --- | --- | --- | --- |
      | \`!\` | \`delivery.environments.production.strategy\` | canary \`→\` canary | was shown, is not so<br>The files have rolling. | \`plan.yaml:1:3 → plan.yaml:1:3\` |
      | \`~\` | \`delivery.tests\` | \`-smoke\`, \`+e2e\` |  | \`plan.yaml:2:3 → plan.yaml:2:3\` |

      ### Step 4: Security Implementation

      |  | Statement | Says | Evidence | Places |
      | --- | --- | --- | --- | --- |
      | \`-\` | \`security.frameworks\` | soc2 |  | \`plan.yaml:4:3\` |

      ### Step 6: Disaster Recovery Planning

      |  | Statement | Says | Evidence | Places |
      | --- | --- | --- | --- | --- |
      | \`~\` | \`recovery.backups[db].keepDays\` | 35 \`→\` 7 |  | \`plan.yaml:3:3 → plan.yaml:3:3\` |

      ### Step 8: Review and Validation

      |  | Statement | Says | Evidence | Places |
      | --- | --- | --- | --- | --- |
      | \`+\` | \`resources.budget.currency\` | EUR | is not shown by anything | \`plan.yaml:4:3\` |
      "
    `);
  });

  it('is none between a version and itself', () => {
    const { counts, steps, criteria } = differenceOf(before, before);
    expect({ counts, steps, criteria }).toEqual({
      counts: { added: 0, removed: 0, changed: 0, evidence: 0 },
      steps: [],
      criteria: [],
    });
  });
});

describe('a report as JSON', () => {
  it.each(['', 'null', '[]', '{}', '{"formatVersion":1}', '{"formatVersion":2,"statements":[]}'])(
    'is not %j',
    (text) => {
      expect(snapshotFrom(text)).toBeUndefined();
    },
  );

  it('of any shape is read as far as it goes', () => {
    const strange =
      '{"formatVersion":1,"statements":[1,{"path":{},"value":{"a":[]},"evidence":[{"outcome":7,"findings":"x"}]}],"criteria":{}}';
    expect(snapshotFrom(strange)?.statements.get('')).toEqual({
      path: '',
      value: '{"a":[]}',
      place: '::',
      outcome: 'none',
      because: [],
    });
  });
});
