import { describe, expect, it } from 'vitest';
import schema from '../../plan/schema/deployment-plan.schema.json' with { type: 'json' };
import task from '../../plan/schema/task.json' with { type: 'json' };
import { planReference } from './plan-reference.ts';
import { statementsIn } from './plan-statements.ts';

const steps: readonly { bullets: readonly { places: readonly string[] }[] }[] = task;
const places = new Set(statementsIn(schema).flatMap(({ statements }) => statements.map(({ path }) => path)));

describe("the plan's schema", () => {
  it('has a place for every bullet of the eight steps', () => {
    expect(steps).toHaveLength(8);
    const bullets = steps.flatMap((step) => step.bullets);
    // 35 of the steps, and the architecture that the task takes and gives.
    expect(bullets).toHaveLength(36);
    for (const bullet of bullets) expect(bullet.places.length).toBeGreaterThan(0);
  });

  it('has every place that the table of the task names', () => {
    const named = steps.flatMap(({ bullets }) => bullets.flatMap((bullet) => bullet.places));
    const known = (place: string): boolean => places.has(place.replace(/\[\]$/, '')) || places.has(place);
    expect(named.filter((place) => !known(place))).toEqual([]);
  });

  it('says of every statement what it is', () => {
    const bare = statementsIn(schema).flatMap(({ statements }) =>
      statements.filter(({ description }) => description === ''),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});

describe('the page of the plan', () => {
  it('shows statements with what they say and the values that they take', () => {
    const lines = planReference(schema).split('\n');
    expect(
      lines
        .filter((line) =>
          /`delivery\.environments\.<name>\.(?:strategy|rollback\.mechanism)`.*\|.*\|/.test(line),
        )
        .slice(-2),
    ).toMatchInlineSnapshot(`
      [
        "| \`delivery.environments.<name>.strategy\` | How a new version replaces the old one. | \`rolling\`, \`recreate\`, \`canary\`, \`blue-green\` |",
        "| \`delivery.environments.<name>.rollback.mechanism\` | What brings the version before back. Required. | \`redeploy\`, \`rollout-undo\`, \`rollout-abort\`, \`helm-rollback\`, \`traffic-switch\`, \`deployment-service\`, \`feature-flag\`, \`restore\` |",
      ]
    `);
    expect(lines.find((line) => line.startsWith('| `environments`'))).toMatchInlineSnapshot(
      `"| \`environments\` | Every environment, in the order of promotion. Required. |  |"`,
    );
  });
});
