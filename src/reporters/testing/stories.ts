import type { Report } from '../../assess/index.ts';
import type { Rule } from '../../policy/index.ts';
import { sourceFile } from '../../source/index.ts';
import { at, file, reportOf, subject } from './builder.ts';
import { RULES } from './rules.ts';
import { stepsAt } from './steps.ts';
import { STORY } from './webshop.ts';

function ruleOf(id: string): Rule {
  const rule = RULES[id];
  if (!rule) throw new Error(`There is no rule "${id}".`);
  return rule;
}

/** Text that a terminal, a browser or a SARIF viewer would obey if it were not escaped. */
export const EVIL = `</script><img src=x onerror=alert(1)>'"&\`\${1} \x1b[31m\u202e {0} [a](1) \ud83d`;

/** Names, paths and contents chosen to do harm. */
export function hostile(): Report {
  const path = `k8s/a b:c%#?"<b>\n\x1b[2J/${EVIL.replaceAll('/', '')}.yaml`;
  const source = sourceFile(path, `name: ${EVIL}\r\n\tprivileged: true\r\n`);
  const plan = file('deployment-plan.yaml', 'title: x');
  return reportOf({
    ...STORY,
    files: [source, plan],
    skipped: [],
    plan: at(plan, 'title'),
    completeness: stepsAt(at(plan, 'title'), EVIL),
    rules: [
      { ...ruleOf('workload/containers-not-privileged'), remediation: EVIL, title: EVIL, description: EVIL },
    ],
    subjects: [
      subject('workload', EVIL, at(source, 'privileged'), { format: EVIL, environment: EVIL }),
      subject('workload', 'other', at(source, 'name'), { format: 'kubernetes' }),
    ],
    results: {
      'workload/containers-not-privileged': {
        violated: [[EVIL, '', EVIL, ['other', '', EVIL]]],
        undecided: [['other', '', EVIL]],
      },
    },
    waivers: [
      {
        kind: 'inline',
        rules: ['x'],
        reason: EVIL,
        approver: EVIL,
        until: EVIL,
        location: at(source, 'name'),
        scope: {},
      },
    ],
    diagnostics: [
      { code: 'yaml/syntax', level: 'error', message: EVIL, path, location: at(source, 'name'), help: EVIL },
    ],
    scope: [EVIL],
    asOf: true,
  });
}

export const SECRET = 'hunter2-hunter2';

/** A secret is found; another finding stands on the next line. */
export function secretFound(): Report {
  const workflow = file('.github/workflows/ci.yml', 'env:', `  TOKEN: ${SECRET}`, '  IMAGE: shop:latest');
  return reportOf({
    ...STORY,
    files: [workflow],
    skipped: [],
    plan: undefined,
    rules: [ruleOf('secrets/no-literal-secret'), ruleOf('supply-chain/actions-pinned')],
    subjects: [
      subject('pipeline', 'ci', at(workflow, 'env'), {
        format: 'github-actions',
        facts: { secret: at(workflow, SECRET) },
      }),
      subject('build-dependency', 'shop:latest', at(workflow, 'shop:latest'), { format: 'github-actions' }),
    ],
    results: {
      'secrets/no-literal-secret': { violated: [['ci', 'secret', 'A token is written into ci.']] },
      'supply-chain/actions-pinned': {
        violated: [['shop:latest', '', 'Image shop:latest is named by a moving tag.']],
      },
    },
    waivers: [],
    diagnostics: [],
  });
}

/** A policy that trapped, an empty tree, and nothing examined. */
export function broken(): Report {
  return reportOf({
    ...STORY,
    files: [],
    skipped: [],
    plan: undefined,
    subjects: [],
    results: { 'workload/containers-not-privileged': { failure: 'unreachable instruction' } },
    waivers: [],
    diagnostics: [{ code: 'discover/nothing', level: 'warning', message: 'No file was found.', path: '.' }],
  });
}

/** Many findings of one rule, in one file. */
export function large(findings: number): Report {
  const lines = Array.from({ length: findings }, (_, index) => `  - uses: vendor/action-${index}@v1`);
  const workflow = file('.github/workflows/large.yml', 'steps:', ...lines);
  const plan = file('deployment-plan.yaml', 'title: Large');
  let offset = 'steps:\n'.length;
  const subjects = lines.map((line, index) => {
    const span = { start: offset + 10, end: offset + line.length };
    offset += line.length + 1;
    return subject(
      'build-dependency',
      `vendor/action-${index}@v1`,
      { file: workflow, span },
      {
        format: 'github-actions',
        environment: index % 2 === 0 ? 'production' : 'staging',
      },
    );
  });
  return reportOf({
    ...STORY,
    files: [workflow, plan],
    skipped: [],
    plan: at(plan, 'Large'),
    rules: [ruleOf('supply-chain/actions-pinned')],
    subjects,
    results: {
      'supply-chain/actions-pinned': {
        violated: subjects.map(({ id }) => [id, '', `Action ${id} is named by a moving tag.`]),
      },
    },
    waivers: [],
    diagnostics: [],
  });
}
