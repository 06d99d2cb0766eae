import {
  activityOf,
  isCloudKey,
  plainRecognition,
  type Activity,
  type Naming,
  type Recognition,
  type StepWords,
} from '../../delivery/index.ts';
import { known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { readableText } from '../resource/lists.ts';
import { text, textOf, type Part } from '../resource/part.ts';
import type { Value } from '../resource/value.ts';
import { activitiesOf, commandsOf, variablesOf } from './buildspec.ts';
import { goesBack } from './job.ts';
import type { Names } from './names.ts';
import { environmentOf, type Project, type Projects } from './project.ts';

/** An action of CodePipeline: what one of its stages does. */
export interface Action {
  readonly part: Part;
  readonly name: string;
  readonly category: string;
  readonly provider: string;
  readonly order: number;
  /** Empty where there is none. */
  readonly configuration: readonly Part[];
  /** What it runs, when that is a project of the same stack. */
  readonly project: Project | undefined;
}

/** Providers that deploy what they are given; those of ECS wait until it is healthy. */
const DEPLOYING: ReadonlySet<string> = new Set([
  'CodeDeploy',
  'CodeDeployToECS',
  'ECS',
  'EKS',
  'EC2',
  'Lambda',
  'S3',
  'ElasticBeanstalk',
  'ServiceCatalog',
  'AppConfig',
  'CloudFormation',
  'CloudFormationStackSet',
  'CloudFormationStackInstances',
]);
/** A change set may only be made, to be looked at. */
const MAKES_ONLY: ReadonlySet<string> = new Set(['CHANGE_SET_REPLACE', 'DELETE_ONLY']);
/** What a configuration names that says where a deployment goes. */
const TELLING = [
  'ServiceName',
  'ClusterName',
  'DeploymentGroupName',
  'DeploymentGroup',
  'StackName',
  'EnvironmentName',
  'Environment',
  'ApplicationName',
  'FunctionName',
  'BucketName',
  'ProjectName',
];
const STAGE_VARIABLES = /^(?:ENV|ENVIRONMENT|STAGE|DEPLOY_ENV|TARGET_ENV|APP_ENV|ENV_NAME)$/i;

/** More than a stage may have. */
const MAX_ACTIONS = 200;

export function actionsOf(stage: Part, names: Names, projects: Projects): readonly Action[] {
  const parts = stage.parts(names.actions).slice(0, MAX_ACTIONS);
  return parts.map((part, index) => {
    const kind = names.kind.reduce<Part | undefined>((at, name) => at?.parts(name)[0], part) ?? part;
    const configuration = part.parts(names.configuration);
    const order = part.get(names.order);
    return {
      part,
      name: plain(part, names.name) ?? `action-${index + 1}`,
      category: plain(kind, names.category) ?? '',
      provider: plain(kind, names.provider) ?? '',
      order: Number((order && textOf(order)) ?? 1),
      configuration,
      project: projects.named(
        valueIn(configuration, 'ProjectName'),
        valueIn(configuration, 'BuildspecOverride'),
      ),
    };
  });
}

function valueIn(configuration: readonly Part[], name: string): Value | undefined {
  return configuration.flatMap((each) => each.get(name) ?? [])[0];
}

function plain(part: Part, name: string): string | undefined {
  const fact = text(part, name);
  return fact && valueOf(fact);
}

/** Everything that an action does. */
export function activitiesOfAction(action: Action, step: StepWords): readonly Activity[] {
  const { category, provider, part, project, configuration } = action;
  const plainly = (recognition: Recognition): Activity =>
    activityOf(step, recognition, part.at, { targets: () => targetsIn(action) });
  if (category === 'Approval') return [plainly(plainRecognition('approval', `${provider || 'an'} approval`))];
  const built = project?.buildspec ? activitiesOf(project.buildspec, withVariables(step, action)) : [];
  if (category === 'Test') {
    return testing(action, built, step);
  }
  if (category === 'Deploy' && DEPLOYING.has(provider)) {
    const mode = configuration.flatMap((each) => plain(each, 'ActionMode') ?? [])[0];
    if (mode !== undefined && MAKES_ONLY.has(mode)) return [];
    const by = `CodePipeline ${provider}`;
    const stack = provider === 'CloudFormation';
    const deploys = stack ? 'manifests' : 'artifact';
    const deploy = plainly({
      ...plainRecognition('deploy', by),
      deploys,
      verifies: provider === 'ECS' || provider === 'CodeDeployToECS',
    });
    // A stack that fails to change becomes again what it was.
    return stack ? [deploy, goesBack(step, by, part.at)] : [deploy];
  }
  return built;
}

/** What the pipeline calls a test is one, unless its commands are there and only talk. */
function testing(action: Action, built: readonly Activity[], step: StepWords): readonly Activity[] {
  const { project, part, provider } = action;
  if (built.some(({ recognition: { kind } }) => JUDGING.has(kind))) return built;
  const recognition = plainRecognition('test', `${provider} test action`, 'unit');
  if (!project?.buildspec) return [...built, activityOf(step, recognition, part.at)];
  const does = commandsOf(project.buildspec).some(({ text }) => !/^\s*(?:echo\b.*)?$/.test(text));
  const reason = `whether the commands of ${project.name} test anything is not known`;
  const blocking = unknown(reason, part.at);
  return does ? [...built, activityOf(step, recognition, part.at, { blocking })] : built;
}

const JUDGING: ReadonlySet<string> = new Set(['test', 'scan', 'verify']);

/** Variables of the buildspec, of the project and of the action; later ones win. */
function withVariables(step: StepWords, { project, configuration }: Action): StepWords {
  const variables = new Map(project?.buildspec ? variablesOf(project.buildspec) : []);
  for (const [name, value] of project ? environmentOf(project) : []) {
    const known = textOf(value);
    if (known !== undefined) variables.set(name, known);
  }
  for (const [name, value] of actionVariables(configuration)) variables.set(name, value);
  const once = (whole: string, bare?: string, braced?: string): string =>
    variables.get(bare ?? braced ?? '') ?? whole;
  return {
    ...step,
    resolve: (written) => [written.replace(/\$(?:([a-z_]\w*)|\{([a-z_]\w*)\})/gi, once)],
  };
}

/** `EnvironmentVariables` of an action are a list in JSON. */
function actionVariables(configuration: readonly Part[]): readonly (readonly [string, string])[] {
  return configuration.flatMap((part) => {
    const written = plain(part, 'EnvironmentVariables');
    if (written === undefined || written.length > 100_000) return [];
    return parsed(written).flatMap((one) => {
      const { name, value } = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>;
      return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [];
    });
  });
}

function parsed(written: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(written);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Words that say what it deploys to: variables that are named for that. */
function targetsIn({ configuration }: Action): readonly Naming[] {
  return actionVariables(configuration).flatMap(([name, text]) =>
    STAGE_VARIABLES.test(name) ? configuration.slice(0, 1).map(({ at }) => ({ text, at })) : [],
  );
}

/** Names in its configuration that may speak of an environment. */
export function tellingIn({ configuration, project }: Action): readonly (readonly [string, Part['at']])[] {
  const variables = actionVariables(configuration).filter(([name]) => STAGE_VARIABLES.test(name));
  const own = (project ? environmentOf(project) : []).filter(([name]) => STAGE_VARIABLES.test(name));
  return [
    ...configuration.flatMap((part) => variables.map(([, value]) => [value, part.at] as const)),
    ...own.map(([, value]) => [readableText(value) ?? '', value.at] as const),
    ...configuration.flatMap((part) =>
      TELLING.flatMap((name) => {
        const value = part.get(name);
        return value ? [[readableText(value) ?? '', value.at] as const] : [];
      }),
    ),
  ];
}

/** A role of its own, unless a project is given long-lived keys. */
export function credentialsOf({ project, part }: Action): Fact<'federated' | 'static' | 'none'> {
  const key = (project ? environmentOf(project) : []).find(([name]) => isCloudKey(name));
  return key ? known('static', key[1].at) : known('federated', part.at);
}
