import { describe, expect, it } from 'vitest';
import { APPLY, fact, workflow } from '../testing/deploy.ts';
import { factsOf } from '../testing/screen.ts';

describe('the target', () => {
  it.each<[how: string, head: string, job: string, steps: string, expected: string[]]>([
    ['environment', 'on: push', '    environment: production\n', APPLY, ['production @5:18', 'true @5:18']],
    ['its name', 'on: push', '    environment:\n      name: live\n', APPLY, ['live @6:13', 'true @6:13']],
    [
      'a variable',
      'on: push\nenv: { WHERE: stage }',
      '    environment: ${{ env.WHERE }}\n',
      APPLY,
      ['stage @6:18', 'false @6:18'],
    ],
    [
      'a condition',
      'on: push',
      "    environment: ${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }}\n",
      APPLY,
      [
        "? ${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }} may be `production`, `staging` @5:18",
        "? ${{ github.ref == 'refs/heads/main' && 'production' || 'staging' }} may be `production`, `staging` @5:18",
      ],
    ],
    [
      'choices, none of them production',
      'on: { workflow_dispatch: { inputs: { env: { options: [dev, qa] } } } }',
      '    environment: ${{ inputs.env }}\n',
      APPLY,
      ['? ${{ inputs.env }} may be `dev`, `qa` @5:18', 'false @5:18'],
    ],
    [
      'a free input',
      'on: { workflow_dispatch: { inputs: { env: {} } } }',
      '    environment: ${{ inputs.env }}\n',
      APPLY,
      [
        '? `inputs.env` is chosen when the workflow is started @5:18',
        '? `inputs.env` is chosen when the workflow is started @5:18',
      ],
    ],
    [
      'a setting outside the files',
      'on: push',
      '    environment: ${{ vars.ENV }}\n',
      APPLY,
      ['? `vars.ENV` is set outside the files @5:18', '? `vars.ENV` is set outside the files @5:18'],
    ],
    [
      'a name that says nothing',
      'on: push',
      '    environment: blue\n',
      APPLY,
      ['blue @5:18', '? the name `blue` does not say whether it is production @5:18'],
    ],
    [
      'a namespace',
      'on: push',
      '',
      '      - run: kubectl -n shop-prod apply -f k8s/\n',
      ['shop-prod @6:14', 'true @6:14'],
    ],
    [
      'an overlay',
      'on: push',
      '',
      '      - run: kubectl apply -k overlays/staging/\n',
      ['staging @6:14', 'false @6:14'],
    ],
    [
      'a stage from the environment variables',
      'on: push\nenv: { S: prod }',
      '',
      '      - run: npx serverless deploy --stage $S\n',
      ['prod @7:14', 'true @7:14'],
    ],
    [
      'the only branch',
      'on: { push: { branches: [production] } }',
      '',
      APPLY,
      ['production @1:25', 'true @1:25'],
    ],
    [
      'nothing',
      'on: push',
      '',
      APPLY,
      ['? the job names no environment @3:3', '? the job names no environment @3:3'],
    ],
  ])('by %s', async (_, head, job, steps, expected) => {
    const text = workflow(head, job, steps);
    expect([...(await fact('target', text)), ...(await fact('production', text))]).toEqual(expected);
  });

  it('is one for each value of a matrix', async () => {
    const job =
      '    strategy: { matrix: { env: [staging, production] } }\n    environment: ${{ matrix.env }}\n';
    const subjects = await factsOf('deploy-job', workflow('on: push', job, APPLY));
    expect(subjects.map(({ id, name, facts }) => [id, name, facts.target.value])).toEqual([
      ['.github/workflows/w.yml:release (staging)', 'release (staging)', 'staging'],
      ['.github/workflows/w.yml:release (production)', 'release (production)', 'production'],
    ]);
  });
});
