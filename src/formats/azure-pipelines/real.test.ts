import { describe, expect, it } from 'vitest';
import { show } from '../../../test/support/screen.ts';
import { subjectsOf } from './testing/screen.ts';

type Facts = Readonly<Record<string, Parameters<typeof show>[0]>>;

/** A fact of each deploy job of a pipeline, without its place. */
async function deployFact(name: string, text: string): Promise<readonly string[]> {
  const subjects = await subjectsOf({ 'azure-pipelines.yml': text });
  const deploys = subjects.filter(({ kind }) => kind === 'deploy-job');
  return deploys.map(({ facts }) =>
    show((facts as unknown as Facts)[name] ?? { value: undefined }).replace(/ @.*$/, ''),
  );
}

const DEPLOY = '- script: kubectl apply -f k8s/\n';
const steps = (text: string, before = ''): string => `trigger: [main]\n${before}steps:\n${text}`;

describe('what a failure of PowerShell does', () => {
  it.each([
    ['counts by itself', '- pwsh: npm test\n', 'true'],
    ['is lost before another program', '- pwsh: |\n    npm test\n    npm run pack\n', 'false'],
    [
      'counts where the error stream does',
      '- pwsh: |\n    npm test\n    npm run pack\n  failOnStderr: true\n',
      'true',
    ],
    ['is ignored', '- pwsh: npm test\n  ignoreLASTEXITCODE: true\n', 'false'],
    [
      'is ignored by a task',
      '- task: PowerShell@2\n  inputs: { targetType: inline, script: npm test, ignoreLASTEXITCODE: true }\n',
      'false',
    ],
    [
      'is ignored for a file',
      '- task: PowerShell@2\n  inputs: { filePath: ./run-tests.ps1, ignoreLASTEXITCODE: true }\n',
      '? its exit code counts for nothing, and what else its script file does is not read',
    ],
    [
      'of a cmdlet goes on',
      '- task: PowerShell@2\n  inputs: { targetType: inline, script: Invoke-Build -Task Test, errorActionPreference: continue }\n',
      'false',
    ],
    [
      'of the Azure CLI is ignored',
      '- task: AzureCLI@2\n  inputs: { scriptType: pscore, inlineScript: npm test, powerShellIgnoreLASTEXITCODE: true }\n',
      'false',
    ],
  ])('%s', async (_, test, expected) => {
    expect(await deployFact('testedBefore', steps(test + DEPLOY))).toEqual([expected]);
  });

  it('does not stop the lines after it on Windows, either', async () => {
    const windows = 'pool: { vmImage: windows-latest }\n';
    const test = '- script: |\n    npm test\n    npm run pack\n';
    expect(await deployFact('testedBefore', steps(test + DEPLOY, windows))).toEqual(['false']);
  });
});

describe('reports', () => {
  const report = (title: string, fails: boolean): string =>
    `- task: PublishTestResults@2\n  inputs: { testRunTitle: ${title}, failTaskOnFailedTests: ${fails} }\n`;

  it('of scanners are scans', async () => {
    const text = steps(`- script: checkov -d . --soft-fail\n${report('Checkov results', true)}${DEPLOY}`);
    expect(await deployFact('testedBefore', text)).toEqual(['false']);
    expect(await deployFact('scannedBefore', text)).toEqual(['true']);
  });

  it('stand for tests that may fail', async () => {
    const test = '- pwsh: npm test\n  ignoreLASTEXITCODE: true\n';
    expect(await deployFact('testedBefore', steps(test + report('Unit', true) + DEPLOY))).toEqual(['true']);
    for (const more of ['', '  continueOnError: true\n'])
      expect(await deployFact('testedBefore', steps(test + report('Unit', false) + more + DEPLOY))).toEqual([
        expect.stringContaining('is set outside the files'),
      ]);
  });
});

describe('deploys', () => {
  it.each([
    [
      'a script file with what it is called with',
      '- task: PowerShell@2\n  inputs: { filePath: tools\\Deploy-Shop.ps1, arguments: -Environment prod }\n',
      'Deploy-Shop.ps1',
    ],
    ['an older task', '- task: CmdLine@1\n  inputs: { filename: deploy.cmd }\n', 'deploy.cmd'],
    [
      'an older script',
      '- task: PowerShell@1\n  inputs: { scriptType: inlineScript, inlineScript: terraform apply }\n',
      'terraform apply',
    ],
    [
      'Vercel',
      '- task: vercel-deployment-task@1\n  inputs: { production: true }\n',
      'vercel-deployment-task@1',
    ],
  ])('are known by %s', async (_, step, expected) => {
    expect(await deployFact('recognizedBy', steps(step))).toEqual([expected]);
  });

  it('leave open which of several values a script is given', async () => {
    const parameters = 'parameters: [{ name: env, type: string, default: dev, values: [dev, prod] }]\n';
    const step = '- bash: kubectl apply -n ${{ parameters.env }} -f k8s/\n';
    expect(await deployFact('production', steps(step, parameters))).toEqual([expect.stringMatching(/^\?/)]);
  });

  it('are to the environment, whichever of its resources', async () => {
    const text =
      'trigger: [main]\njobs:\n- deployment: ship\n  environment: production.$(namespace)\n  strategy: { runOnce: { deploy: { steps: [{ script: ./deploy.sh }] } } }\n';
    expect(await deployFact('target', text)).toEqual(['production']);
  });

  it('are none in a stage that takes away what others deployed', async () => {
    const stage = (title: string): string =>
      `trigger: [main]\nstages:\n- stage: B\n  displayName: ${title}\n  jobs:\n  - job: A\n    steps:\n    - script: terraform apply x\n`;
    expect(await deployFact('job', stage('Terraform destroy'))).toEqual([]);
    expect(await deployFact('serialized', stage('Terraform apply'))).toEqual(['false']);
  });

  it('by a template elsewhere are as it does them', async () => {
    const text = 'trigger: [main]\nextends:\n  template: deploy.yml@shared\n';
    for (const name of ['serialized', 'approval', 'timeLimit'])
      expect(await deployFact(name, text)).toEqual([expect.stringMatching(/^\?/)]);
  });
});

it.each([
  ['nothing', '', '60'],
  ['minutes', 'timeoutInMinutes: 15', '15'],
  ['no limit', 'timeoutInMinutes: 0', 'null'],
  ['a variable', 'timeoutInMinutes: $(limit)', '20'],
  ['what is set elsewhere', 'timeoutInMinutes: $(other)', '? `$(other)` is set outside the files'],
])('ends a job that says %s', async (_, line, expected) => {
  const text = `trigger: [main]\nvariables: { limit: 20 }\njobs:\n- job: ship\n  ${line}\n  steps:\n  - script: ./deploy.sh\n`;
  expect(await deployFact('timeLimit', text)).toEqual([expected]);
});

it.each([
  ['every push', '', ['change null']],
  ['no push', 'trigger: none\n', ['person null']],
  ['no push, in a list', 'trigger: [none]\n', ['person null']],
  ['tags', 'trigger: { tags: { include: [v*] } }\n', ['person null']],
  [
    'a schedule',
    'trigger: none\nschedules: [{ cron: 0 3 * * *, branches: { include: [main] } }]\n',
    ['schedule 0 3 * * *'],
  ],
  [
    'another pipeline',
    'trigger: none\nresources: { pipelines: [{ pipeline: ci, source: shop, trigger: true }] }\n',
    ['? another pipeline starts it, and which file that is is set outside the files null'],
  ],
])('is started by %s', async (_, head, expected) => {
  const subjects = await subjectsOf({ 'azure-pipelines.yml': `${head}steps:\n- script: ./deploy.sh\n` });
  const starts = subjects.flatMap(({ facts }) => ('starts' in facts ? facts.starts : []));
  const shown = starts.map(({ by, cron }) => `${show({ value: by.value })} ${show({ value: cron.value })}`);
  expect(shown).toEqual(expected);
});

it.each([
  ['a password', 'az login --service-principal -u $ID -p $SECRET --tenant $T', 'static'],
  ['a token', 'az login --service-principal -u $ID --federated-token $T', 'federated'],
  ['nothing of its own', 'az login --identity', 'none'],
])('signs in with %s', async (_, line, expected) => {
  expect(await deployFact('credentials', steps(`- bash: |\n    ${line}\n    ./deploy.sh\n`))).toEqual([
    expected,
  ]);
});

it.each([
  [
    'a request',
    '[main]',
    '- script: echo $(System.PullRequest.SourceBranch)\n',
    ['System.PullRequest.SourceBranch @4:16'],
  ],
  [
    'the branch, of any name',
    "['*']",
    '- script: echo $(Build.SourceBranchName)\n',
    ['Build.SourceBranchName @4:16'],
  ],
  ['the branch, of a given name', '[main]', '- script: echo $(Build.SourceBranchName)\n', []],
  ['a variable', '[main]', '- script: echo $(from)\n', ['System.PullRequest.SourceBranch @4:16']],
  [
    'what is compiled',
    '[main]',
    "- script: echo ${{ variables['System.PullRequest.SourceBranch'] }}\n",
    ['System.PullRequest.SourceBranch @4:16'],
  ],
  [
    'what a script is called with',
    '[main]',
    '- task: PowerShell@2\n  inputs: { filePath: a.ps1, arguments: -Message "$(Build.SourceVersionMessage)" }\n',
    ['Build.SourceVersionMessage @5:51'],
  ],
  [
    'what is handed over',
    '[main]',
    '- script: echo "$B"\n  env: { B: $(System.PullRequest.SourceBranch) }\n',
    [],
  ],
  [
    'what is handed over and run',
    '[main]',
    '- script: ssh host "echo $B $BUILD_SOURCEBRANCHNAME"\n  env: { B: $(System.PullRequest.SourceBranch) }\n',
    ['$B @4:26'],
  ],
  [
    'what the shell has',
    '[main]',
    '- bash: eval "echo $BUILD_SOURCEVERSIONMESSAGE"\n',
    ['$BUILD_SOURCEVERSIONMESSAGE @4:20'],
  ],
])('knows scripts that paste %s', async (_, branches, step, expected) => {
  const text = `trigger: ${branches}\nvariables: { from: $(System.PullRequest.SourceBranch) }\nsteps:\n${step}`;
  const subjects = await subjectsOf({ 'azure-pipelines.yml': text });
  const found = subjects.flatMap(({ facts }) => ('injections' in facts ? facts.injections : []));
  expect(found.map(({ expression }) => show(expression))).toEqual(expected);
});
