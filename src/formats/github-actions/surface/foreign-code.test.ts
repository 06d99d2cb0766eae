import { describe, expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

const HEAD = '${{ github.event.pull_request.head.sha }}';
const CHECKOUT = `- { uses: actions/checkout@v4, with: { ref: '${HEAD}' } }`;

async function foreign(text: string): Promise<readonly string[]> {
  const [pipeline] = await factsOf('pipeline', text);
  const found = pipeline?.facts.surface?.foreignCode ?? [];
  return found.map(({ runs, unguarded }) => `${show(runs)} ${JSON.stringify(unguarded.value)}`);
}

const workflow = (on: string, job: string, steps: readonly string[]): string =>
  `on: ${on}\njobs:\n  a:\n    runs-on: x\n    ${job || 'name: a'}\n    steps:\n${steps.map((step) => `      ${step}\n`).join('')}`;

describe('code of outsiders', () => {
  it.each<[what: string, on: string, steps: string[], expected: string[]]>([
    ['that is installed', 'pull_request_target', [CHECKOUT, '- run: npm ci'], ['npm ci @8:14 true']],
    ['without its scripts', 'pull_request_target', [CHECKOUT, '- run: npm ci --ignore-scripts'], []],
    ['that is only looked at', 'pull_request_target', [CHECKOUT, '- run: git diff'], []],
    ['on an event without rights', 'pull_request', [CHECKOUT, '- run: npm ci'], []],
    ['in a local action', 'pull_request_target', [CHECKOUT, '- uses: ./act'], ['./act @8:15 true']],
    ['before it was fetched', 'pull_request_target', ['- run: npm ci', CHECKOUT], []],
    [
      'that another checkout replaced',
      'pull_request_target',
      [CHECKOUT, '- uses: actions/checkout@v4', '- run: npm ci'],
      [],
    ],
    [
      'beside the folder that it was fetched to',
      'pull_request_target',
      [CHECKOUT.replace('{ ref', '{ path: pr, ref'), '- run: npm ci'],
      [],
    ],
    [
      'in the folder that it was fetched to',
      'pull_request_target',
      [CHECKOUT.replace('{ ref', '{ path: pr, ref'), '- run: cd pr && make'],
      ['make @8:23 true'],
    ],
    [
      'by a variable and git',
      'pull_request_target',
      [`- { env: { SHA: '${HEAD}' }, run: 'git fetch origin "$SHA"; git checkout "$SHA"; ./build.sh' }`],
      ['./build.sh @7:122 true'],
    ],
    [
      'of the branch itself',
      'pull_request_target',
      [
        "- { uses: actions/checkout@v4, with: { ref: '${{ github.event.pull_request.base.sha }}' } }",
        '- run: make',
      ],
      [],
    ],
    [
      'after a run that nobody knows',
      '{ workflow_run: { workflows: [CI] } }',
      [CHECKOUT.replace('pull_request.head.sha', 'workflow_run.head_sha'), '- run: make'],
      ['make @8:14 {"unknown":"it follows the workflow `CI`, which is not among the files"}'],
    ],
    ['that the checkout refuses', 'pull_request_target', [CHECKOUT.replace('@v4', '@v7'), '- run: make'], []],
    [
      'that the checkout is told not to refuse',
      'pull_request_target',
      [
        CHECKOUT.replace('@v4', '@v7').replace('{ ref', '{ allow-unsafe-pr-checkout: true, ref'),
        '- run: make',
      ],
      ['make @8:14 true'],
    ],
    [
      'by a release that may refuse',
      'pull_request_target',
      [CHECKOUT.replace('@v4', '@v6'), '- run: make'],
      [
        'make @8:14 {"unknown":"which release `actions/checkout@v6` is decides whether it refuses code of forks"}',
      ],
    ],
    ['by a tool that runs none', 'pull_request_target', [CHECKOUT, '- run: bash -c "ls"'], []],
    ...[
      ['by a chart', 'helm upgrade --install x chart/ --set image=y', 'helm upgrade'],
      ['by a chart without a slash', 'helm -n a upgrade --install --namespace a x chart', 'helm upgrade'],
      ['by values of a chart', 'helm upgrade x stable/y --values=deploy/values.yaml', 'helm upgrade'],
      ['by manifests', 'kubectl -n a apply -f k8s/', 'kubectl apply'],
      ['by manifests in the workspace', 'kubectl apply -k "$GITHUB_WORKSPACE/k8s"', 'kubectl apply'],
      ['by what kustomize makes', 'kustomize build k8s | kubectl apply -f -', 'kubectl apply'],
      ['by a filled file', 'envsubst < k8s/app.yaml | kubectl apply -n x --filename=-', 'kubectl apply'],
      ['by a playbook', 'ansible-playbook site.yml', 'ansible-playbook site.yml'],
      ['by releases of charts', 'helmfile -e live apply', 'helmfile apply'],
      ['by a template', 'aws cloudformation deploy --template-file a.yaml --stack-name b', 'aws deploy'],
    ].map<[string, string, string[], string[]]>(([what = '', run = '', runs = '']) => [
      what,
      'pull_request_target',
      [CHECKOUT, `- run: ${run}`],
      [`${runs} @8:14 true`],
    ]),
    ...[
      'helm upgrade x oci://registry/chart --set image=y',
      'helm upgrade x chart --repo https://charts.example',
      'helm upgrade x stable/y -f /etc/values.yaml',
      'helm upgrade x ./chart --dry-run',
      'helm rollback x 3',
      'kubectl apply -f https://example.com/a.yaml',
      'kubectl apply -f -',
      'kustomize build https://example.com/a | kubectl apply -f -',
      'kustomize build k8s | kubectl apply --dry-run=client -f -',
      'kustomize build k8s | kubeconform',
      'cat $HOME/app.yaml | kubectl apply -f -',
      'kubectl rollout status deploy/x',
      'kubectl set image deploy/x x=y',
    ].map<[string, string, string[], string[]]>((run) => [
      `that \`${run}\` does not read`,
      'pull_request_target',
      [CHECKOUT, `- run: ${run}`],
      [],
    ]),
    [
      'by an interpreter',
      'pull_request_target',
      [CHECKOUT, '- run: python tool.py'],
      ['python tool.py @8:14 true'],
    ],
  ])('%s', async (_, on, steps, expected) => {
    expect(await foreign(workflow(on, '', steps))).toEqual(expected);
  });

  it.each<[job: string, expected: string[]]>([
    ['if: github.event.pull_request.head.repo.full_name == github.repository', []],
    ['if: ${{ !github.event.pull_request.head.repo.fork }}', []],
    ['if: github.event.pull_request.merged', []],
    ['if: github.event.pull_request.merged || true', ['make @8:14 true']],
    ['if: github.event.pull_request.draft == false', ['make @8:14 true']],
    [
      "if: github.event.pull_request.author_association == 'MEMBER'",
      ['make @8:14 {"unknown":"its condition asks who wrote the request or the comment"}'],
    ],
    [
      'environment: review',
      [
        'make @8:14 {"unknown":"who must approve its environment is set outside the files (GitHub environment protection)"}',
      ],
    ],
    ['if: false', []],
  ])('where the job says %s', async (job, expected) => {
    expect(await foreign(workflow('pull_request_target', job, [CHECKOUT, '- run: make']))).toEqual(expected);
  });
});
