/** What CodePipeline and CodeBuild call things in two languages. */
export interface Names {
  readonly pipeline: string;
  readonly project: string;
  readonly name: string;
  readonly stages: string;
  readonly actions: string;
  /** Where an action says what it is; empty for the action itself. */
  readonly kind: readonly string[];
  readonly category: string;
  readonly provider: string;
  readonly order: string;
  readonly configuration: string;
  readonly onFailure: readonly [block: string, attribute: string];
  readonly mode: string;
  readonly pipelineType: string;
  readonly variables: string;
  readonly role: string;
  readonly source: string;
  readonly sourceType: string;
  readonly buildspec: string;
  readonly environment: string;
  readonly image: string;
  readonly privileged: string;
  readonly environmentVariables: string;
  readonly variableName: string;
  readonly variableValue: string;
  readonly variableType: string;
  readonly timeout: string;
}

export const LANGUAGES: readonly Names[] = [
  {
    pipeline: 'aws_codepipeline',
    project: 'aws_codebuild_project',
    name: 'name',
    stages: 'stage',
    actions: 'action',
    kind: [],
    category: 'category',
    provider: 'provider',
    order: 'run_order',
    configuration: 'configuration',
    onFailure: ['on_failure', 'result'],
    mode: 'execution_mode',
    pipelineType: 'pipeline_type',
    variables: 'variable',
    role: 'role_arn',
    source: 'source',
    sourceType: 'type',
    buildspec: 'buildspec',
    environment: 'environment',
    image: 'image',
    privileged: 'privileged_mode',
    environmentVariables: 'environment_variable',
    variableName: 'name',
    variableValue: 'value',
    variableType: 'type',
    timeout: 'build_timeout',
  },
  {
    pipeline: 'AWS::CodePipeline::Pipeline',
    project: 'AWS::CodeBuild::Project',
    name: 'Name',
    stages: 'Stages',
    actions: 'Actions',
    kind: ['ActionTypeId'],
    category: 'Category',
    provider: 'Provider',
    order: 'RunOrder',
    configuration: 'Configuration',
    onFailure: ['OnFailure', 'Result'],
    mode: 'ExecutionMode',
    pipelineType: 'PipelineType',
    variables: 'Variables',
    role: 'RoleArn',
    source: 'Source',
    sourceType: 'Type',
    buildspec: 'BuildSpec',
    environment: 'Environment',
    image: 'Image',
    privileged: 'PrivilegedMode',
    environmentVariables: 'EnvironmentVariables',
    variableName: 'Name',
    variableValue: 'Value',
    variableType: 'Type',
    timeout: 'TimeoutInMinutes',
  },
];
