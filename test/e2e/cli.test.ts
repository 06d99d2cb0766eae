import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, planproof, planproofIn } from '../support/cli.ts';

const PLAN =
  'apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Shop\nenvironments:\n  - name: production\n    purpose: production\n';
const GOOD = {
  'pod.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:1.0\n',
};
const BAD = { 'pod.yaml': `${GOOD['pod.yaml']}      securityContext:\n        privileged: true\n` };
const ONE_RULE = ['--rules', 'workload/containers-not-privileged'] as const;

describe('exit codes', () => {
  it('0: nothing is found, and there is no plan to hold the files against', () => {
    expect(planproof(folderOf(GOOD), 'check', ...ONE_RULE).code).toBe(0);
  });

  it('1: a finding at the threshold', () => {
    expect(planproof(folderOf(BAD), 'check', ...ONE_RULE).code).toBe(1);
  });

  it('0: the same with --exit-zero', () => {
    expect(planproof(folderOf(BAD), 'check', ...ONE_RULE, '--exit-zero').code).toBe(0);
  });

  it('3: nothing was examined', () => {
    const { code, stdout } = planproof(folderOf({ 'notes.txt': 'x' }), 'check');
    expect(code).toBe(3);
    expect(stdout).toContain('No file was examined.');
  });

  it('0: nothing was examined, and --ignore-unknown says that this is no reason to stop', () => {
    const { code, stdout } = planproof(
      folderOf({ 'notes.txt': 'x' }),
      'check',
      'notes.txt',
      '--ignore-unknown',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('No file was examined: Planproof understands none of them.');
  });

  it('3: a file could not be read', () => {
    expect(
      planproof(folderOf({ ...GOOD, 'broken.yaml': 'a: [1, 2\nb: }\n' }), 'check', ...ONE_RULE).code,
    ).toBe(3);
  });

  it('3: there is a plan, and a criterion is open', () => {
    expect(planproof(folderOf({ ...GOOD, 'deployment-plan.yaml': PLAN }), 'check', ...ONE_RULE).code).toBe(3);
  });
});

describe('mistakes of the caller end with 2 and say what was expected', () => {
  const screenOf = (files: Record<string, string>, ...args: string[]): string => {
    const { stdout, stderr, code } = planproof(folderOf(files), ...args);
    return `${String(code)}|${stdout}|${stderr.trimEnd()}`;
  };

  it.each([
    [
      ['check', 'nowhere.tf'],
      'error: There is no file or folder "nowhere.tf".\nCheck the path and the working directory.',
    ],
    [
      ['check', '*.tf'],
      'error: The pattern "*.tf" matches no file.\nQuote patterns, and check them against the working directory.',
    ],
    [
      ['check', '--rules', 'workload/containers-not-priviledged'],
      'error: There is no rule "workload/containers-not-priviledged".\nDid you mean "workload/containers-not-privileged"?',
    ],
    [['check', '-o', 'sarf'], 'error: There is no report format "sarf".\nDid you mean "sarif"?'],
    [
      ['check', '-o', 'json', '-o', 'console'],
      'error: Two reports would be written to the standard output.\nGive each report a file of its own: --output sarif=report.sarif.',
    ],
    [
      ['check', '--plan', 'pod.yaml'],
      'error: "pod.yaml" is not a deployment plan.\nA plan is a Markdown file, or starts with "apiVersion: planproof/v1" and "kind: DeploymentPlan".',
    ],
    [
      ['check', '--as-of', '2026-02-30'],
      'error: "2026-02-30" is not a value for --as-of.\nGive a day of the calendar as YYYY-MM-DD.',
    ],
    [
      ['check', '--environment', 'prod'],
      'error: Neither the plan nor the files know an environment "prod".\nName environments in the plan.',
    ],
    [['explain', 'x/y'], 'error: There is no rule "x/y".\nList the rules with "planproof rules".'],
  ])('%j', (args, expected) => {
    expect(screenOf(GOOD, ...args)).toBe(`2||${expected}`);
  });

  it('an unknown option, with a suggestion', () => {
    expect(screenOf(GOOD, 'check', '--fail-onn', 'error')).toContain(
      "error: unknown option '--fail-onn'\n(Did you mean --fail-on?)",
    );
  });

  it('a report where a folder stands, in the words of the call', () => {
    expect(screenOf({ ...GOOD, 'reports/old.txt': '' }, 'check', '--output', 'html=reports')).toBe(
      '2||error: "reports" cannot be written: illegal operation on a directory.\nCheck that the folder exists and may be written to.',
    );
  });

  it('a plan with a mistyped statement, with its place and the word that was meant', () => {
    const { stderr, code } = planproof(
      folderOf({ 'deployment-plan.yaml': `${PLAN}delivry:\n  stages: []\n` }),
      'check',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('deployment-plan.yaml:7:1');
    expect(stderr).toContain('delivery');
    expect(stderr).toContain('> 7 │ delivry:');
  });

  it('a configuration with a value that is not one', () => {
    const { stderr, code } = planproof(folderOf({ ...GOOD, 'planproof.yaml': 'failOn: fatal\n' }), 'check');
    expect(code).toBe(2);
    expect(stderr).toContain('planproof.yaml:1:9');
  });
});

describe('the configuration', () => {
  it('holds the options, and flags win over it', () => {
    const folder = folderOf({
      ...BAD,
      'planproof.yaml': 'rules: [workload/containers-not-privileged]\noutput: [json]\n',
    });
    expect(JSON.parse(planproof(folder, 'check').stdout)).toMatchObject({
      findings: [{ rule: 'workload/containers-not-privileged' }],
    });
    expect(planproof(folder, 'check', '--rules', 'workload/images-versioned').code).toBe(0);
  });

  it('accepts findings for a time, and says so', () => {
    const waiver = (until: string): string =>
      `rules: [workload/containers-not-privileged]\nwaivers:\n  - rules: [workload/*]\n    reason: The agent needs the host's devices.\n    approver: jane\n    until: ${until}\n`;
    expect(planproof(folderOf({ ...BAD, 'planproof.yaml': waiver('2999-01-01') }), 'check').code).toBe(0);
    const expired = planproof(folderOf({ ...BAD, 'planproof.yaml': waiver('2020-01-01') }), 'check');
    expect(expired.code).toBe(1);
    expect(expired.stdout).toContain('expired');
  });
});

describe('outputs', () => {
  it('are several in one run, whole files in folders that may not exist yet', () => {
    const folder = folderOf(BAD);
    const { stdout, code } = planproof(
      folder,
      'check',
      ...ONE_RULE,
      '-o',
      'console',
      '-o',
      'json=out/report.json',
      '-o',
      'html=out/report.html',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('workload/containers-not-privileged');
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).toHaveProperty(
      'verdict.outcome',
      'failed',
    );
    expect(existsSync(join(folder, 'out/report.html.partial'))).toBe(false);
  });

  it.each([['check'], ['plan', 'check']])(
    'say in the help of %s that their folders are made',
    (...command) => {
      const { stdout } = planproof(folderOf({}), ...command, '--help');
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('the folder of the file is made if needed');
    },
  );

  it('have paths relative to the working directory when the files lie in it, else to what was named', () => {
    const folder = folderOf({ 'a/pod.yaml': BAD['pod.yaml'] });
    const path = (cwd: string, ...args: string[]): unknown =>
      (
        JSON.parse(planproof(cwd, 'check', ...args, ...ONE_RULE, '-o', 'json').stdout) as {
          findings: { location: { path: string } }[];
        }
      ).findings[0]!.location.path;
    expect(path(folder, 'a')).toBe('a/pod.yaml');
    expect(path('/', folder)).toBe(`${folder.slice(1)}/a/pod.yaml`);
    expect(path(folderOf({}), folder)).toBe('a/pod.yaml');
  });

  it('give the same bytes twice', () => {
    const folder = folderOf({ ...BAD, 'deployment-plan.yaml': PLAN });
    for (const id of ['console', 'json', 'sarif', 'sarif-github', 'html', 'markdown'])
      expect(planproof(folder, 'check', '-o', id).stdout).toBe(planproof(folder, 'check', '-o', id).stdout);
  });
});

describe('color', () => {
  const colored = (environment: Record<string, string>, ...args: string[]): boolean =>
    planproofIn({ cwd: folderOf(BAD), environment }, 'check', ...ONE_RULE, ...args).stdout.includes(
      '\u001b[',
    );

  it('is off in a pipe, on when asked for, and off again with NO_COLOR', () => {
    expect(colored({})).toBe(false);
    expect(colored({}, '--color')).toBe(true);
    expect(colored({ FORCE_COLOR: '1' })).toBe(true);
    expect(colored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  });
});

describe('variable files', () => {
  const files = {
    'main.tf':
      'variable "open" {}\nresource "aws_db_instance" "shop" {\n  publicly_accessible = var.open\n}\n',
    'values/shop.tfvars': 'open = true\n',
    'other/shop.tfvars': 'open = false\n',
    'values/unused.tfvars': 'opne = true\n',
  };
  const open = (...args: readonly string[]): ReturnType<typeof planproof> =>
    planproof(folderOf(files), 'check', '--rules', 'network/*', ...args);

  it('decide what Terraform would be given; the last wins', () => {
    expect(open('--var-file', 'other/shop.tfvars', '--var-file', 'values/shop.tfvars').code).toBe(1);
    expect(open('--var-file', 'values/shop.tfvars', '--var-file', 'other/shop.tfvars').code).toBe(0);
  });

  it('come from the configuration too', () => {
    const folder = folderOf({ ...files, 'planproof.yaml': 'varFiles: [other/shop.tfvars]\n' });
    expect(open().code).toBe(1);
    expect(planproof(folder, 'check', '--rules', 'network/*').code).toBe(0);
  });

  it('that are not there are a mistake of the call; that nothing uses, a warning', () => {
    expect(open('--var-file', 'none.tfvars').code).toBe(2);
    expect(open('--var-file', 'values/unused.tfvars').stdout).toContain('takes a variable from');
  });
});

describe('variables of the environment', () => {
  const files = {
    'main.tf':
      'variable "open" {\n  default = false\n}\nresource "aws_db_instance" "shop" {\n  publicly_accessible = var.open\n}\n',
  };
  const check = (
    more: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): ReturnType<typeof planproof> =>
    planproofIn(
      { cwd: folderOf({ ...files, ...more }), environment: { TF_VAR_open: 'true' } },
      'check',
      '--rules',
      'network/*',
      ...args,
    );

  it('count when they are asked for, and only then', () => {
    expect(check({}).code).toBe(0);
    const asked = check({}, '--env-vars');
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain('TF_VAR_open gives its value');
    expect(check({ 'planproof.yaml': 'envVars: true\n' }).code).toBe(1);
    expect(check({ 'terraform.tfvars': 'open = false\n' }, '--env-vars').code).toBe(0);
  });
});

describe('help', () => {
  it('is also a command, of the whole and of each command', () => {
    expect(planproof(folderOf({}), 'help').stdout).toBe(planproof(folderOf({}), '--help').stdout);
    expect(planproof(folderOf({}), 'help', 'check').stdout).toBe(
      planproof(folderOf({}), 'check', '--help').stdout,
    );
  });

  it('is printed with examples and exit codes', () => {
    const { stdout, code } = planproof(folderOf({}), '--help');
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
  });

  it('of check names every option', () => {
    expect(planproof(folderOf({}), 'check', '--help').stdout).toMatchSnapshot();
  });

  it('lists the formats and the reports', () => {
    const { stdout } = planproof(folderOf({}), 'formats');
    for (const word of [
      'terraform',
      'kubernetes',
      'github-actions',
      'prometheus',
      'documents',
      'sarif',
      'html',
    ])
      expect(stdout).toContain(word);
  });
});
