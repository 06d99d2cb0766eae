import type { Pipeline, PipelineOf } from '../../delivery/index.ts';
import { known, valueOf } from '../../model/index.ts';
import { byDefault, number, text } from '../resource/part.ts';
import type { Stack } from '../resource/stack.ts';
import { activitiesOfAction, credentialsOf, tellingIn, type Action } from './action.ts';
import { jobOf } from './job.ts';
import { notifiedOf } from './notified.ts';
import type { Project } from './project.ts';

/** Projects of CodeBuild that start by themselves when the repository changes. */
export function buildPipelines(stack: Stack, projects: readonly Project[]): readonly Pipeline[] {
  return projects.flatMap((project) => {
    const triggers = triggersOf(stack, project);
    return triggers.length === 0 || !project.buildspec ? [] : pipelineOf(stack, project, triggers);
  });
}

function pipelineOf(stack: Stack, project: Project, triggers: readonly string[]): Pipeline {
  const { resource, name, names } = project;
  const own: PipelineOf = {
    system: 'codebuild',
    id: `${stack.path}:${resource.address}`,
    path: `${stack.path}:${resource.address}`,
    root: '',
    name,
    forPushes: triggers.includes('push'),
    versionInput: undefined,
  };
  const action: Action = {
    part: resource,
    name,
    category: 'Build',
    provider: 'CodeBuild',
    order: 1,
    configuration: [],
    project,
  };
  const job = jobOf({
    id: name,
    header: resource.at,
    pipeline: own,
    activities: (step) => activitiesOfAction(action, step),
    telling: [...tellingIn(action), [name, resource.at], [stack.environment, resource.at]],
    // Builds run side by side, unless only one may at a time.
    serialized: known(
      valueOf(number(resource, 'concurrent_build_limit') ?? byDefault(0, resource)) === 1 ||
        valueOf(number(resource, 'ConcurrentBuildLimit') ?? byDefault(0, resource)) === 1,
      resource.at,
    ),
    credentials: credentialsOf(action),
    failureNotified: notifiedOf(stack, resource),
    timeLimit: () => number(resource, names.timeout) ?? byDefault(60, resource),
  });
  return {
    ...own,
    at: resource.at,
    triggers,
    forRequests: triggers.includes('pull_request'),
    tokenPermissions: known(null, resource.at),
    injections: [],
    jobs: [job],
    runs: [job],
  };
}

/** What its webhook starts it for: events of pushes, of requests, or of both. */
function triggersOf(stack: Stack, { resource, names }: Project): readonly string[] {
  const hooks = stack.attached('aws_codebuild_webhook', 'project_name', resource, [names.name]);
  const own = resource
    .parts('Triggers')
    .filter((part) => valueOf(text(part, 'Webhook') ?? byDefault('', part)) === 'true');
  if (hooks.length === 0 && own.length === 0) return [];
  const groups = [
    ...hooks.flatMap((hook) => hook.parts('filter_group').flatMap((group) => group.parts('filter'))),
    ...own.flatMap((part) => part.parts('FilterGroups')),
  ];
  const events = groups.flatMap((filter) => {
    const type = text(filter, 'type') ?? text(filter, 'Type');
    const pattern = text(filter, 'pattern') ?? text(filter, 'Pattern');
    return type && pattern && valueOf(type) === 'EVENT' ? [valueOf(pattern) ?? ''] : [];
  });
  const all = events.join(' ');
  const found = [
    ...(all.includes('PUSH') || events.length === 0 ? ['push'] : []),
    ...(/PULL_REQUEST_(?:CREATED|UPDATED)/.test(all) ? ['pull_request'] : []),
  ];
  return found.length > 0 ? found : ['webhook'];
}
