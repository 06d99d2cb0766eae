import { describe, expect, it } from 'vitest';
import type { DeployJobFacts } from '../../../model/index.ts';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

type FactName = Exclude<keyof DeployJobFacts, 'system' | 'pipeline' | 'job'>;

/** A workflow with one deploy job: its head, its job's keys, its steps. */
const workflow = (head: string, job: string, steps: string): string =>
  `${head}\njobs:\n  release:\n    runs-on: ubuntu-latest\n${job}    steps:\n${steps}`;

async function fact(name: FactName, text: string): Promise<string[]> {
  return (await factsOf('deploy-job', text)).map(({ facts }) => show(facts[name]));
}

const APPLY = '      - run: kubectl apply -f k8s/\n';

describe('what counts as a deploy job', () => {
  it.each<[what: string, job: string, steps: string, expected: string[]]>([
    ['a command', '', APPLY, ['kubectl apply @6:14']],
    [
      'a command inside a script',
      '',
      '      - run: |\n          set -e\n          ./kustomize build . | kubectl apply -f -\n',
      ['kubectl apply @8:33'],
    ],
    ['an action', '', '      - uses: Azure/webapps-deploy@v3\n', ['Azure/webapps-deploy @6:15']],
    [
      'a tool that an action runs',
      '',
      '      - uses: cloudflare/wrangler-action@v3\n        with: { command: pages deploy dist }\n',
      ['wrangler pages deploy @7:26'],
    ],
    [
      'an unknown deploying action, with an environment',
      '    environment: prod\n',
      '      - uses: acme/deploy-action@v1\n',
      ['acme/deploy-action @7:15'],
    ],
    ['no throw-away cluster', '', `      - run: kind create cluster\n${APPLY}`, []],
    ['no rehearsal', '    name: e2e tests\n', APPLY, []],
    [
      'a rehearsal in an environment',
      '    name: e2e tests\n    environment: staging\n',
      APPLY,
      ['kubectl apply @8:14'],
    ],
    [
      'no dry run, echo or comment',
      '',
      '      - run: |\n          # helm upgrade a b\n          echo kubectl apply -f x\n          kubectl apply -f x --dry-run=client\n',
      [],
    ],
    ['no step that is switched off', '', '      - if: ${{ false }}\n        run: kubectl apply -f x\n', []],
    ['no recovery after a failure', '', '      - if: failure()\n        run: helm upgrade shop old\n', []],
  ])('%s', async (_, job, steps, expected) => {
    expect(await fact('recognizedBy', workflow('on: push', job, steps))).toEqual(expected);
  });
});

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

describe('what happens before', () => {
  const jobs = (test: string, release = ''): string =>
    `on: workflow_dispatch\njobs:\n  test:\n    runs-on: x\n${test}  release:\n    runs-on: x\n    needs: test\n${release}    steps:\n${APPLY}`;

  it.each<[what: string, text: string, expected: string]>([
    ['a step', workflow('on: push', '', `      - run: npm test\n${APPLY}`), 'true @6:14'],
    ['not a later step', workflow('on: push', '', `${APPLY}      - run: npm test\n`), 'false @3:3'],
    ['a needed job', jobs('    steps:\n      - run: go test ./...\n'), 'true @6:14'],
    [
      'not one that may fail',
      jobs('    continue-on-error: true\n    steps:\n      - run: go test ./...\n'),
      'false @8:3',
    ],
    [
      'not when the deploy runs anyway',
      jobs('    steps:\n      - run: go test ./...\n', '    if: always()\n'),
      'false @7:3',
    ],
    [
      'when it asks for the result',
      jobs(
        '    steps:\n      - run: go test ./...\n',
        "    if: always() && needs.test.result == 'success'\n",
      ),
      'true @6:14',
    ],
    [
      'an expression decides',
      jobs('    continue-on-error: ${{ matrix.beta }}\n    steps:\n      - run: go test ./...\n'),
      '? `${{ matrix.beta }}` decides whether a failure counts @5:24',
    ],
    [
      'a workflow elsewhere',
      jobs('    uses: acme/ci/.github/workflows/all.yml@v1\n'),
      '? job `test` calls `acme/ci/.github/workflows/all.yml@v1`, which is not among the files @5:11',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await fact('testedBefore', text)).toEqual([expected]);
  });

  it('does not take the script of a new package for a test', async () => {
    const path = '.github/workflows/w.yml';
    const text = workflow('on: workflow_dispatch', '', `      - run: npm test\n${APPLY}`);
    const manifest = '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}';
    const subjects = await subjectsOf({ [path]: text, 'package.json': manifest });
    const found = subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.testedBefore)] : [],
    );
    expect(found).toEqual(['false @3:3']);
  });

  it('is undecided where tests run on pull requests and the deploy on pushes', async () => {
    const subjects = await subjectsOf({
      '.github/workflows/ci.yml': 'on: pull_request\njobs: { t: { runs-on: x, steps: [run: cargo test] } }',
      '.github/workflows/w.yml': workflow('on: push', '', APPLY),
    });
    const found = subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.testedBefore)] : [],
    );
    expect(found).toEqual([
      '? `.github/workflows/ci.yml` does so on pull requests, and whether it must pass before merging is set outside the files @3:3',
    ]);
  });
});

describe('gates, identity, artifact', () => {
  it.each<[name: FactName, what: string, head: string, job: string, steps: string, expected: string]>([
    [
      'approval',
      'asked for by an action',
      'on: push',
      '',
      `      - uses: trstringer/manual-approval@v1\n${APPLY}`,
      'required @6:15',
    ],
    [
      'approval',
      'set in GitHub',
      'on: push',
      '    environment: prod\n',
      APPLY,
      '? who must approve environment `prod` is set outside the files (GitHub environment protection) @5:18',
    ],
    ['approval', 'nowhere', 'on: push', '', APPLY, 'none @3:3'],
    ['serialized', 'no group', 'on: push', '', APPLY, 'false @3:3'],
    ['serialized', 'a group', 'on: push\nconcurrency: deploy', '', APPLY, 'true @2:14'],
    [
      'serialized',
      'canceled',
      'on: push',
      '    concurrency: { group: d, cancel-in-progress: true }\n',
      APPLY,
      'false @5:50',
    ],
    [
      'serialized',
      'one group a run',
      'on: push',
      '    concurrency: d-${{ github.run_id }}\n',
      APPLY,
      'false @5:18',
    ],
    [
      'credentials',
      'federated',
      'on: push',
      '',
      `      - uses: azure/login@v2\n        with: { client-id: x }\n${APPLY}`,
      'federated @7:28',
    ],
    [
      'credentials',
      'a key in a variable',
      'on: push\nenv: { AWS_SECRET_ACCESS_KEY: "${{ secrets.A }}" }',
      '',
      APPLY,
      'static @2:31',
    ],
    [
      'credentials',
      'a key in a script',
      'on: push',
      '',
      '      - run: |\n          echo ${{ secrets.KUBECONFIG }} > k\n          kubectl apply -f x\n',
      'static @7:16',
    ],
    ['credentials', 'none to see', 'on: push', '', APPLY, 'none @3:3'],
    [
      'immutableArtifact',
      'by commit',
      'on: push',
      '',
      '      - run: helm upgrade shop c --set image.tag=$GITHUB_SHA\n',
      'true @6:14',
    ],
    [
      'immutableArtifact',
      'by an output',
      'on: push',
      '',
      '      - id: b\n        run: echo "image=r/shop:${GITHUB_SHA::7}" >> "$GITHUB_OUTPUT"\n      - run: gcloud run deploy shop --image ${{ steps.b.outputs.image }}\n',
      'true @8:14',
    ],
    [
      'immutableArtifact',
      'by digest',
      'on: push',
      '',
      '      - run: kubectl set image deploy/shop shop=r/shop@sha256:0f\n',
      'true @6:14',
    ],
    [
      'immutableArtifact',
      'latest',
      'on: push',
      '',
      '      - run: kubectl set image deploy/shop shop=r/shop:latest\n',
      'false @6:14',
    ],
    [
      'immutableArtifact',
      'the branch',
      'on: push',
      '',
      '      - run: kubectl set image deploy/shop shop=r/shop:${{ github.ref_name }}\n',
      'false @6:14',
    ],
    [
      'immutableArtifact',
      'the release tag',
      'on: { push: { tags: ["v*"] } }',
      '',
      '      - run: kubectl set image deploy/shop shop=r/shop:${{ github.ref_name }}\n',
      'true @6:14',
    ],
    [
      'immutableArtifact',
      'a free input',
      'on: { workflow_dispatch: { inputs: { v: {} } } }',
      '',
      '      - run: kubectl set image deploy/shop shop=r/shop:${{ inputs.v }}\n',
      '? `inputs.v` is chosen when the workflow is started @6:14',
    ],
    [
      'immutableArtifact',
      'only manifests',
      'on: push',
      '',
      APPLY,
      '? no version is named; the files that `kubectl apply` reads, or the platform, choose it @6:14',
    ],
    [
      'immutableArtifact',
      'the checked-out commit',
      'on: push',
      '',
      '      - uses: actions/checkout@v4\n      - run: terraform apply\n',
      'true @6:15',
    ],
    [
      'verifiedAfter',
      'a rollout status',
      'on: push',
      '',
      `${APPLY}      - run: kubectl rollout status deploy/shop\n`,
      'true @7:14',
    ],
    [
      'verifiedAfter',
      'the tool waits',
      'on: push',
      '',
      '      - run: helm upgrade shop c --wait\n',
      'true @6:14',
    ],
    [
      'verifiedAfter',
      'a download is no check',
      'on: push',
      '',
      `${APPLY}      - run: curl -fLO https://x.example/a.tgz\n`,
      'false @6:14',
    ],
    [
      'verifiedAfter',
      'a check that does not count',
      'on: push',
      '',
      `${APPLY}      - run: curl -f https://x.example/healthz || true\n`,
      'false @6:14',
    ],
  ])('%s: %s', async (name, _, head, job, steps, expected) => {
    expect(await fact(name, workflow(head, job, steps))).toEqual([expected]);
  });
});

describe('ways back', () => {
  it.each<[what: string, head: string, job: string, steps: string, expected: string[]]>([
    [
      'a failure path',
      'on: push',
      '',
      `${APPLY}      - if: failure()\n        run: kubectl rollout undo deploy/shop\n`,
      ['rollout-undo @8:14 automatic true'],
    ],
    [
      'by hand',
      'on: workflow_dispatch',
      '',
      '      - run: helm rollback shop\n',
      ['helm-rollback @6:14 automatic false'],
    ],
    [
      'an atomic upgrade',
      'on: push',
      '',
      '      - run: helm upgrade shop c --rollback-on-failure\n',
      ['helm-rollback @6:14 automatic true'],
    ],
    [
      'a circuit breaker',
      'on: push',
      '',
      '      - run: aws ecs update-service --service s --deployment-configuration "deploymentCircuitBreaker={enable=true,rollback=true}"\n',
      ['deployment-service @6:14 automatic true'],
    ],
    [
      'no traffic switch that is a deploy',
      'on: push',
      '',
      '      - run: az webapp deployment slot swap --slot staging\n',
      [],
    ],
    [
      'a restart with a version',
      'on: { workflow_dispatch: { inputs: { tag: {} } } }\nname: Roll back',
      '',
      '      - run: helm upgrade shop c --set image.tag=${{ inputs.tag }}\n',
      ['redeploy @1:38 automatic false'],
    ],
  ])('%s', async (_, head, job, steps, expected) => {
    const subjects = await factsOf('rollback', workflow(head, job, steps));
    expect(
      subjects.map(({ facts }) => `${show(facts.mechanism)} automatic ${String(facts.automatic.value)}`),
    ).toEqual(expected);
  });
});
