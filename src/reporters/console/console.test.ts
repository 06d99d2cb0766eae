import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { at, file, reportOf, subject } from '../testing/builder.ts';
import { RULES } from '../testing/rules.ts';
import { consistent, drifted, STORY, withoutPlan } from '../testing/webshop.ts';
import { consoleReporter, diagnosticsText } from './index.ts';

const plain = { color: false, width: 100 };

test('the whole screen: findings with their lines, what is open, waived and unread, the scorecard, the verdict', () => {
  expect(consoleReporter.render(drifted, plain)).toMatchInlineSnapshot(`
    ".github/workflows/deploy.yml:9:15  warning  supply-chain/actions-pinned
      Action azure/setup-kubectl@v4 is named by a moving tag.

         8 │       - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
      >  9 │       - uses: azure/setup-kubectl@v4
           │               ^^^^^^^^^^^^^^^^^^^^^^
        10 │       - uses: docker/login-action@v3

      To fix: Name the action by the full hash of a commit.

    .github/workflows/deploy.yml:10:15  warning  supply-chain/actions-pinned
      Action docker/login-action@v3 is named by a moving tag.

         9 │       - uses: azure/setup-kubectl@v4
      > 10 │       - uses: docker/login-action@v3
           │               ^^^^^^^^^^^^^^^^^^^^^^
        11 │       - run: kubectl apply -f kubernetes/

    deployment-plan.yaml:14:3  error  plan/people-stated
      The plan names nobody who carries it out.

        13 │ resources:
      > 14 │   people: []
           │   ^^^^^^^^^^

      To fix: Name people with role, allocation and contact under resources.people.

    docs/runbooks/rollback.md:1:1  note  documentation/runbook-sections
      Runbook docs/runbooks/rollback.md has no section on verification.

      > 1 │ # Rolling back
          │ ^^^^^^^^^^^^^^

      To fix: Add the missing sections.

    kubernetes/checkout/deployment.yaml:12:25  error  workload/containers-not-privileged  production
      Container payments-proxy of checkout is privileged.

        11 │           securityContext:
      > 12 │             privileged: true
           │                         ^^^^
        13 │             readOnlyRootFilesystem: true

      deployment-plan.yaml:10:15  the plan rolls back by rollout-abort here

      To fix: Set privileged to false, and add the single capabilities that the container needs.

    Undecided
      delivery/production-deploy-approved
        Unknown because the reviewers of the environment "production" are not kept in the files.
        .github/workflows/deploy.yml:5:18

    Waivers
      encryption/object-store-encrypted  1 finding
        Exports hold no personal data and are deleted nightly. (until 2027-01-31, approved by
        ciso@webshop.example)
        deployment-plan.yaml:13:1
      supply-chain/*  expired
        Actions are pinned once the mirror is there. (until 2026-10-31, approved by nobody)
        deployment-plan.yaml:8:1

    Not read as it should be
    monitoring/alerts.yaml  error  yaml/syntax
      A mapping value is not allowed here.
      To fix: Quote the value, or break the line.

    1 file or part left out knowingly; the html and json reports list them.

    Criteria
      Criterion            State             examined  passed  violated  undecided  waived
    ? devops-practices     not assessed             4       1         2          1       0
        Undecided once: Production deploys need an approval.
    ✗ security-compliance  not met                  6       2         3          0       1
        Violated once: Containers are not privileged.
    ? delivery-pipeline    not assessed             1       0         0          1       0
        Undecided once: Production deploys need an approval.
    ? monitoring-alerting  not assessed             0       0         0          0       0
        Nothing to examine for: Critical services have alerts for each signal.
    ? rollback             not assessed             3       2         1          0       0
        Nothing to examine for: Backups are made as often as the plan promises.
    ✗ timeline-resources   not met                  1       0         1          0       0
        Violated once: The plan names the people it needs.

    5 findings (2 errors, 2 warnings, 1 note), 1 waived, 1 undecided
    Failed: 2 findings of severity error or higher. 1 file could not be read completely. 4 criteria are
    not assessed: devops-practices, delivery-pipeline, monitoring-alerting, rollback.
    5 of 8 files examined, 12 subjects, 11 checks.
    → Fix the findings above; "planproof explain plan/people-stated" tells why, and what to do.
    → Mend what could not be read.
    → State in the files what is undecided, or where Planproof finds it.
    → Write, or include in the check, what these rules examine: observability/critical-service-alerts,
      recovery/backup-meets-rpo.
    → Renew or remove the waivers that no longer hold.
    "
  `);
});

test('when all is well, the scorecard and the verdict are all there is', () => {
  expect(consoleReporter.render(consistent, plain)).toMatchInlineSnapshot(`
    "Criteria
      Criterion            State             examined  passed  violated  undecided  waived
    ✓ devops-practices     met                      4       4         0          0       0
        All required rules hold, 4 checks were made.
    ✓ security-compliance  met                      6       6         0          0       0
        All required rules hold, 6 checks were made.
    ✓ delivery-pipeline    met                      1       1         0          0       0
        All required rules hold, 1 check was made.
    – monitoring-alerting  not applicable           0       0         0          0       0
        The plan declares it not applicable: The shop is watched by the hosting provider, approved by
        cto.
    ✓ rollback             met                      3       3         0          0       0
        All required rules hold, 3 checks were made.
    ✓ timeline-resources   met                      1       1         0          0       0
        All required rules hold, 1 check was made.

    0 findings
    Passed: 5 of 6 criteria are met, the others are declared not applicable.
    5 of 5 files examined, 12 subjects, 11 checks.
    "
  `);
});

test('quiet on a narrow terminal: one line for each finding, counts under each criterion', () => {
  expect(consoleReporter.render(withoutPlan, { color: false, width: 60, quiet: true }))
    .toMatchInlineSnapshot(`
      ".github/workflows/deploy.yml:9:15  warning  supply-chain/actions-pinned  Action azure/setup-kubectl@v4 is named by a moving tag.
      .github/workflows/deploy.yml:10:15  warning  supply-chain/actions-pinned  Action docker/login-action@v3 is named by a moving tag.
      deployment-plan.yaml:14:3  error  plan/people-stated  The plan names nobody who carries it out.
      docs/runbooks/rollback.md:1:1  note  documentation/runbook-sections  Runbook docs/runbooks/rollback.md has no section on verification.
      kubernetes/checkout/deployment.yaml:12:25  error  workload/containers-not-privileged  production  Container payments-proxy of checkout is privileged.

      Not read as it should be
      monitoring/alerts.yaml  error  yaml/syntax
        A mapping value is not allowed here.
        To fix: Quote the value, or break the line.

      1 file or part left out knowingly; the html and json reports list them.

      Criteria
      ? devops-practices: not assessed
          4 examined, 1 passed, 2 violated, 1 undecided
      ✗ security-compliance: not met
          6 examined, 2 passed, 3 violated, 1 waived
          Violated once: Containers are not privileged.
      ? delivery-pipeline: not assessed
          1 examined, 1 undecided
      ? monitoring-alerting: not assessed
          0 examined
      ? rollback: not assessed
          3 examined, 2 passed, 1 violated
      ✗ timeline-resources: not met
          1 examined, 1 violated
          Violated once: The plan names the people it needs.
      ? not assessed: There is no deployment plan to hold the
      files against.

      5 findings (2 errors, 2 warnings, 1 note), 1 waived, 1 undecided
      Failed: 2 findings of severity error or higher. 1 file could
      not be read completely.
      5 of 8 files examined, 12 subjects, 11 checks.
      → Fix the findings above; "planproof explain
        plan/people-stated" tells why, and what to do.
      → Draft a deployment plan with "planproof plan new", or name
        one with --plan: without it no criterion is assessed.
      → Mend what could not be read.
      → State in the files what is undecided, or where Planproof
        finds it.
      → Renew or remove the waivers that no longer hold.
      "
    `);
});

test('of a rule with very many findings the first are shown, and the others counted', () => {
  const source = file('kubernetes/all.yaml', ...Array.from({ length: 203 }, (_, i) => `c${i}: true`));
  const names = Array.from({ length: 203 }, (_, i) => `c${i}`);
  const rule = 'workload/containers-not-privileged';
  const report = reportOf({
    files: [source],
    rules: [RULES[rule]!],
    subjects: names.map((name) =>
      subject('workload', name, at(source, `${name}:`), { format: 'kubernetes' }),
    ),
    results: { [rule]: { violated: names.map((name) => [name, '', 'Privileged.']) } },
  });
  const screen = consoleReporter.render(report, plain);
  expect(screen.match(/^kubernetes.*$/gm)?.map((line) => line.split('  ')[0])).toEqual(
    names.slice(0, 200).map((_, i) => `kubernetes/all.yaml:${i + 1}:1`),
  );
  expect(/^Criteria/m.exec(screen)?.input.split('Criteria')[0]?.split('\n').slice(-5)).toEqual([
    '',
    `${rule}  3 more`,
    'Of each rule the first 200 findings are shown; the html, json and sarif reports list all.',
    '',
    '',
  ]);
});

test('colors add nothing but escape sequences', () => {
  const colored = consoleReporter.render(drifted, { ...plain, color: true });
  expect(colored).not.toBe(consoleReporter.render(drifted, plain));
  expect(stripVTControlCharacters(colored)).toBe(consoleReporter.render(drifted, plain));
});

test('nothing from the scanned files reaches the terminal as a control character', () => {
  const bad = '\x1b]0;owned\x07\u202e\u200b\r\n\x9b2J';
  const source = file(`k8s/${bad}.yaml`, `name: "${bad}"`, 'privileged: true');
  const report = reportOf({
    ...STORY,
    files: [source],
    skipped: [],
    plan: undefined,
    subjects: [subject('workload', bad, at(source, 'name'), { format: bad, environment: bad })],
    rules: [RULES['workload/containers-not-privileged']!],
    results: {
      'workload/containers-not-privileged': { violated: [[bad, '', bad]], undecided: [[bad, '', bad]] },
    },
    waivers: [
      {
        kind: 'inline',
        rules: [bad],
        reason: bad,
        approver: bad,
        until: bad,
        location: at(source, 'name'),
        scope: {},
      },
    ],
    diagnostics: [
      {
        code: 'yaml/syntax',
        level: 'error',
        message: bad,
        path: bad,
        location: at(source, 'name'),
        help: bad,
      },
    ],
    scope: [bad],
  });
  expect(consoleReporter.render(report, plain)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e]/);
  expect(consoleReporter.render(report, plain).split('\n')[0]).toMatchInlineSnapshot(
    `"k8s/\\x1b]0;owned\\x07\\u202e\\u200b\\r\\n\\x9b2J.yaml:1:1  error  workload/containers-not-privileged  \\x1b]0;owned\\x07\\u202e\\u200b\\r\\n\\x9b2J"`,
  );
});

test('nothing from the scanned files gives orders to the machine of a CI that prints it', () => {
  const bad = '::stop-commands::x';
  const source = file(`${bad}.yaml`, 'a: 1 # ##[error]no', '# ##vso[task.complete result=Succeeded]');
  const location = at(source, 'a: 1');
  const message = `${'word '.repeat(20)}${bad} ##teamcity[buildStop]`;
  const told = [{ code: 'a/b', level: 'error', message, path: source.path, location, help: bad } as const];
  const screens = [
    diagnosticsText(told, plain),
    consoleReporter.render(reportOf({ ...STORY, files: [source], diagnostics: told }), plain),
  ];
  for (const screen of screens) {
    expect(screen).toContain('stop-commands');
    expect(screen).not.toMatch(/^\s*::|##(?:vso|teamcity)?\[/m);
    // Nothing is taken away, and no column moves.
    expect(screen.replaceAll('\u2060', '')).toContain('##vso[task.complete result=Succeeded]');
  }
});

test('diagnostics of a plan or a configuration are shown by themselves', () => {
  const source = file('planproof.yaml', 'failOn: eror', 'plan: plan.yaml');
  expect(
    diagnosticsText(
      [
        {
          code: 'config/value',
          level: 'error',
          message: 'There is no severity "eror".',
          path: source.path,
          location: at(source, 'eror'),
          help: 'Write error, warning or note.',
        },
        { code: 'io/unreadable', level: 'warning', message: 'It is a folder.', path: 'plan.yaml' },
      ],
      plain,
    ),
  ).toMatchInlineSnapshot(`
    "planproof.yaml:1:9  error  config/value
      There is no severity "eror".

      > 1 │ failOn: eror
          │         ^^^^
        2 │ plan: plan.yaml

      To fix: Write error, warning or note.

    plan.yaml  warning  io/unreadable
      It is a folder.

    "
  `);
});

test('the lines of a place are shown once, with the first of the findings that are there', () => {
  const [first] = drifted.findings;
  if (!first) throw new Error('the story has no finding');
  const twice = { ...drifted, findings: [first, { ...first, message: 'Something else is wrong here.' }] };
  const text = consoleReporter.render(twice, plain);
  expect(text).toContain('Something else is wrong here.\n\n');
  expect(text.split('^^^^').length).toBe(
    consoleReporter.render({ ...drifted, findings: [first] }, plain).split('^^^^').length,
  );
});
