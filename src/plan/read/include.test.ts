import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { loadPlan, planIn } from '../index.ts';
import type { LoadedPlan } from '../load.ts';
import { printFacts } from '../testing/print.ts';

const HEAD = 'apiVersion: planproof/v1\nkind: DeploymentPlan\n';

async function load(files: Readonly<Record<string, string>>): Promise<LoadedPlan> {
  const open = async (path: string): ReturnType<typeof planIn> => {
    const text = files[path];
    return text === undefined ? undefined : planIn(sourceFile(path, text));
  };
  const [path = ''] = Object.keys(files);
  const source = await open(path);
  if (!source) throw new Error('no plan');
  return loadPlan(source, open);
}

const told = ({ diagnostics }: LoadedPlan): readonly string[] =>
  diagnostics.map(({ code, message, location, related }) =>
    [
      location && formatLocation(location),
      code,
      message,
      ...(related ?? []).map((one) => formatLocation(one.location)),
    ].join(' '),
  );

it('has the statements of the plans that it includes, merged by name, with paths from where they stand', async () => {
  const plan = await load({
    'shop/deployment-plan.yaml': `${HEAD}title: Shop\ninclude: [../platform/plan.yaml]\nenvironments:\n  - { name: production, zones: 3 }\n`,
    'platform/plan.yaml': `${HEAD}title: Platform\ninclude: [base.md]\nenvironments:\n  - { name: dev, infrastructure: [live/dev] }\n  - { name: production, infrastructure: [live/production] }\n`,
    'platform/base.md': '# Base\n\n## Team\n\n- platform: all of it\n',
  });
  expect(told(plan)).toEqual([]);
  expect(plan.included).toEqual(['platform/plan.yaml', 'platform/base.md']);
  expect(plan.plan?.environments.map(({ name, paths }) => [name, ...paths])).toEqual([
    ['production', 'platform/live/production'],
    ['dev', 'platform/live/dev'],
  ]);
  const facts = (plan.plan?.subjects ?? []).flatMap((subject) =>
    printFacts(subject, 'zones', 'people.0.name', 'title'),
  );
  expect(facts).toMatchInlineSnapshot(`
    [
      "  title: "Shop" @3:8",
      "  people.0.name: "platform" @platform/base.md:5:3",
      "  zones: 3 @6:32",
      "  zones: null @6:5",
    ]
  `);
});

it('says with both places what two plans state differently', async () => {
  const plan = await load({
    'a.yaml': `${HEAD}title: A\ninclude: [b.yaml]\nenvironments: [{ name: dev, zones: 1 }]\n`,
    'b.yaml': 'environments: [{ name: dev, zones: 2 }]\n',
  });
  expect(told(plan)).toMatchInlineSnapshot(`
    [
      "b.yaml:1:36 plan/contradiction environments.0.zones is 2 here, and 1 elsewhere. a.yaml:5:36",
    ]
  `);
});

it('names the members of a circle, what is not there, and what leads out of the root', async () => {
  const plan = await load({
    'a/a.yaml': `${HEAD}title: A\ninclude: [../b.yaml, none.yaml, ../../c.yaml, bad.yaml]\nenvironments: [{ name: dev }]\n`,
    'b.yaml': 'include: [c.yaml]\n',
    'c.yaml': 'include: [b.yaml, c.yaml, a/a.yaml]\n',
    'a/bad.yaml': 'include: [\n',
  });
  expect(told(plan)).toMatchInlineSnapshot(`
    [
      "a/a.yaml:4:22 plan/include There is no plan "a/none.yaml" that can be read.",
      "a/a.yaml:4:33 plan/outside "../../c.yaml" leads out of the folder that is checked.",
      "a/a.yaml:4:47 plan/include There is no plan "a/bad.yaml" that can be read.",
      "c.yaml:1:11 plan/include-cycle The plans include each other in a circle: b.yaml → c.yaml → b.yaml.",
      "c.yaml:1:19 plan/include-cycle The plans include each other in a circle: c.yaml → c.yaml.",
      "c.yaml:1:27 plan/include-cycle The plans include each other in a circle: a/a.yaml → b.yaml → c.yaml → a/a.yaml.",
    ]
  `);
});
