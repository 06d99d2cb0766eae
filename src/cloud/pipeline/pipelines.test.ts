import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const project = (name: string, buildspec: string): string => `resource "aws_codebuild_project" "${name}" {
  name = "${name}"
  artifacts {
    type = "CODEPIPELINE"
  }
  source {
    type      = "CODEPIPELINE"
    buildspec = ${buildspec}
  }
}
`;
const action = (name: string, category: string, provider: string, more = ''): string => `    action {
      name     = "${name}"
      category = "${category}"
      provider = "${provider}"
      ${more}
    }
`;
const stage = (name: string, ...actions: readonly string[]): string =>
  `  stage {\n    name = "${name}"\n${actions.join('')}  }\n`;
const pipeline = (...stages: readonly string[]): string =>
  `resource "aws_codepipeline" "shop" {\n  name = "shop"\n${stages.join('')}}\n`;
const SOURCE = stage('Source', action('Source', 'Source', 'CodeStarSourceConnection'));
const DEPLOY = stage('Production', action('Deploy', 'Deploy', 'ECS'));

/** The subjects, with some of their facts. */
function pick(printed: string, ...facts: readonly string[]): string {
  const wanted = (line: string): boolean => facts.some((fact) => line.startsWith(`  ${fact}:`));
  return printed
    .split('\n')
    .filter((line) => /^\S/.test(line) || wanted(line))
    .join('\n');
}

async function deploys(
  files: Parameters<typeof terraformSubjects>[0],
  ...facts: readonly string[]
): Promise<string> {
  return pick(await terraformSubjects(files, 'deploy-job'), ...facts);
}

test('actions run by stage and by order, and approvals, tests and looks count where they stand', async () => {
  const text = pipeline(
    SOURCE,
    stage('Test', action('Unit', 'Test', 'CodeBuild', 'configuration = { ProjectName = "elsewhere" }')),
    stage(
      'Production',
      action('Deploy', 'Deploy', 'ECS', 'run_order = 2\n      configuration = { ServiceName = "shop" }'),
      action('Look', 'Test', 'CodeBuild', 'run_order = 3'),
      action('Ask', 'Approval', 'Manual', 'run_order = 1'),
    ),
  );
  expect(
    await deploys(
      text,
      'recognizedBy',
      'testedBefore',
      'scannedBefore',
      'approval',
      'verifiedAfter',
      'target',
    ),
  ).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @23:5
      recognizedBy: "CodePipeline ECS" @23:5
      testedBefore: true @14:5
      scannedBefore: false @23:5
      verifiedAfter: true @23:5
      target: "production" @21:3
      approval: "required" @36:5"
  `);
});

test('an approval beside a deploy, or after it, is none', async () => {
  const text = pipeline(
    SOURCE,
    stage('Production', action('Deploy', 'Deploy', 'CodeDeploy'), action('Ask', 'Approval', 'Manual')),
  );
  expect(await deploys(text, 'approval')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @14:5
      approval: "none" @14:5"
  `);
});

test('what a build does is in its own resource, or in a file', async () => {
  const build = 'configuration = { ProjectName = aws_codebuild_project.check.name }';
  const stages = [SOURCE, stage('Build', action('Build', 'Build', 'CodeBuild', build)), DEPLOY];
  const check = 'version: 0.2\nphases:\n  build:\n    commands:\n      - npm test\n';
  const files = {
    'main.tf': pipeline(...stages) + project('check', '"ci/check.yml"'),
    'ci/check.yml': check,
  };
  expect(await deploys(files, 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @23:5
      testedBefore: true @ci/check.yml:5:9"
  `);
  const inline = pipeline(...stages) + project('check', `<<EOT\n${check}EOT`);
  expect(await deploys(inline, 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @23:5
      testedBefore: true @38:17"
  `);
  const hidden = pipeline(...stages) + project('check', '"../other.yml"');
  expect(await deploys(hidden, 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @23:5
      testedBefore: unknown because ../other.yml is not among the files @14:5"
  `);
  const open = pipeline(...stages) + project('check', 'var.spec') + 'variable "spec" {}\n';
  expect(await deploys(open, 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @23:5
      testedBefore: unknown because var.spec has no value @14:5"
  `);
});

test('an action gives its project another buildspec, and one that only talks tests nothing', async () => {
  const build = 'configuration = {\n ProjectName = "check"\n BuildspecOverride = "own.yml"\n }';
  const text = pipeline(SOURCE, stage('Test', action('Test', 'Test', 'CodeBuild', build)), DEPLOY);
  const files = (own: string): Record<string, string> => ({
    'main.tf': text + project('check', '"none.yml"'),
    'own.yml': `phases:\n  build:\n    commands:\n      - ${own}\n`,
  });
  expect(await deploys(files('echo tests run'), 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @26:5
      testedBefore: false @26:5"
  `);
  expect(await deploys(files('own-checks --all'), 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @26:5
      testedBefore: unknown because whether the commands of check test anything is not known @14:5"
  `);
  expect(await deploys(files('pytest'), 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @26:5
      testedBefore: true @own.yml:4:9"
  `);
});

test.each([
  ['', 'a deploy after the build runs although its tests failed'],
  ['    on-failure: ABORT\n', 'unless the build says that it ends all'],
])('%j: %s', async (more) => {
  const release = `version: 0.2\nphases:\n  build:\n${more}    commands: [npm test]\n  post_build:\n    commands: [kubectl apply -f k8s/production]\n`;
  const build = 'configuration = { ProjectName = "release" }';
  const files = {
    'main.tf':
      pipeline(SOURCE, stage('Go', action('Go', 'Build', 'CodeBuild', build))) +
      project('release', '"r.yml"'),
    'r.yml': release,
  };
  expect(await deploys(files, 'testedBefore')).toMatchSnapshot();
});

test('what puts a source into a registry may have tested it', async () => {
  const text = pipeline(stage('Source', action('Image', 'Source', 'ECR')), DEPLOY);
  expect(await deploys(text, 'testedBefore')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @14:5
      testedBefore: unknown because what puts its source into ECR is not among the files @5:5"
  `);
});

test('variables of the action, of the project and of the buildspec name the environment', async () => {
  const given = 'EnvironmentVariables = jsonencode([{ name = "STAGE", value = "prod" }])';
  const build = `configuration = { ProjectName = "release", ${given} }`;
  const files = {
    'main.tf':
      pipeline(SOURCE, stage('Go', action('Go', 'Build', 'CodeBuild', build))) +
      project('release', '"r.yml"'),
    'r.yml': 'phases:\n  build:\n    commands:\n      - helm upgrade shop chart -f values-$STAGE.yaml\n',
  };
  expect(await deploys(files, 'target', 'production')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Go/Go "Go/Go" (prod) @14:5
      target: "prod" @r.yml:4:9
      production: true @r.yml:4:9"
  `);
});

test('a stage that is told to goes back by itself, and runs side by side are not one after the other', async () => {
  const text = pipeline(
    '  execution_mode = "PARALLEL"\n',
    SOURCE,
    stage(
      'Production',
      action('Deploy', 'Deploy', 'ECS'),
      '    on_failure {\n      result = "ROLLBACK"\n    }\n',
    ),
  );
  expect(await terraformSubjects(text, 'rollback')).toMatchInlineSnapshot(`
    "rollback :aws_codepipeline.shop:Production/Deploy/deployment-service "deployment-service in Deploy" (production) @22:16
      mechanism: "deployment-service" @22:16
      automatic: true @22:16
      target: "production" @13:3
      provider: "Deploy""
  `);
  expect(await deploys(text, 'serialized')).toMatchInlineSnapshot(`
    "deploy-job :aws_codepipeline.shop:Production/Deploy "Production/Deploy" (production) @15:5
      serialized: false @3:20"
  `);
});

test('templates have the same, and a change set that is only made deploys nothing', async () => {
  const text = `Resources:
  Pipeline:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: shop
      Stages:
        - Name: Production
          Actions:
            - Name: Make
              ActionTypeId: { Category: Deploy, Provider: CloudFormation }
              RunOrder: 1
              Configuration: { ActionMode: CHANGE_SET_REPLACE, StackName: shop }
            - Name: Ask
              ActionTypeId: { Category: Approval, Provider: Manual }
              RunOrder: 2
            - Name: Execute
              ActionTypeId: { Category: Deploy, Provider: CloudFormation }
              RunOrder: 3
              Configuration: { ActionMode: CHANGE_SET_EXECUTE, StackName: shop }
`;
  const printed = await cloudFormationSubjects(text, 'pipeline', 'deploy-job');
  expect(pick(printed, 'triggers', 'stages.0.kind', 'stages.1.kind', 'approval', 'target'))
    .toMatchInlineSnapshot(`
    "pipeline template.yaml:Pipeline "shop" @2:3
      triggers: ["push"]
      stages.0.kind: "deploy" @16:21
      stages.1.kind: "rollback" @16:21
    deploy-job template.yaml:Pipeline:Production/Execute "Production/Execute" (production) @16:21
      target: "production" @7:17
      approval: "required" @13:21"
  `);
});

test('a project that a webhook starts is a pipeline of its own', async () => {
  const files = {
    'main.tf': `${project('release', '"r.yml"')}resource "aws_codebuild_webhook" "w" {
  project_name = aws_codebuild_project.release.name
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED"
    }
  }
}
`,
    'r.yml': 'phases:\n  build:\n    commands: [npm test]\n',
  };
  const printed = await terraformSubjects(files, 'pipeline');
  expect(pick(printed, 'triggers', 'stages.0.kind')).toMatchInlineSnapshot(`
    "pipeline :aws_codebuild_project.release "release" @1:1
      triggers: ["pull_request"]
      stages.0.kind: "test" @r.yml:3:16"
  `);
});

test.each(['', 'phases: []', 'phases: { build: { commands: { a: b } } }', '[', 'phases: { build: 1 }'])(
  'whatever stands in a buildspec: %s',
  async (spec) => {
    const build = 'configuration = { ProjectName = "b" }';
    const text = pipeline(stage('B', action('B', 'Build', 'CodeBuild', build))) + project('b', '"b.yml"');
    expect(await terraformSubjects({ 'main.tf': text, 'b.yml': spec }, 'deploy-job')).toBe('');
  },
);
