import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import {
  anyTrue,
  bool,
  byDefault,
  derive,
  joined,
  number,
  text,
  textList,
  type Resource,
  type Stack,
} from '../../../../cloud/index.ts';
import { azureGates } from './azure-gate.ts';
import { isEveryBranch, repositoryOf, targetOf } from './gate-target.ts';

/** Those whom GitHub, GitLab and Azure DevOps ask before a job may deploy to an environment. */
export function gates(stack: Stack): readonly SubjectOf<'gate'>[] {
  return [...onGitHub(stack), ...onGitLab(stack), ...azureGates(stack)];
}

function onGitHub(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('github_repository_environment').map((resource) => {
    const people = resource
      .parts('reviewers')
      .flatMap((part) => [textList(part, 'users') ?? [], textList(part, 'teams') ?? []].flat());
    return stack.subject('gate', resource, {
      system: 'github-actions',
      repository: repositoryOf(stack, resource, 'repository'),
      ...targetOf(text(resource, 'environment') ?? byDefault(resource.name, resource)),
      reviewers: derive(joined(people, resource), (list) => list.length),
      preventSelfReview: bool(resource, 'prevent_self_review') ?? byDefault(false, resource),
      branchesLimited: limitedOnGitHub(stack, resource),
      serialized: known(null, resource.at, resource.related),
    });
  });
}

/** Types that protect environments of a project by their name, and of a group's projects by their tier. */
const ON_GITLAB: Readonly<Record<string, string | undefined>> = {
  gitlab_project_protected_environment: 'project',
  gitlab_group_protected_environment: undefined,
};

/**
 * Whether those who start a pipeline may approve its deployments is a setting of the project. The tier of an environment
 * is what its name says, unless its job says otherwise.
 */
function onGitLab(stack: Stack): readonly SubjectOf<'gate'>[] {
  return Object.entries(ON_GITLAB).flatMap(([type, project]) =>
    stack.of(type).map((resource) => {
      const nothing = known(null, resource.at, resource.related);
      return stack.subject('gate', resource, {
        system: 'gitlab-ci',
        repository:
          project === undefined
            ? unknown('it guards those of all projects of a group', resource.at, resource.related)
            : repositoryOf(stack, resource, project),
        ...targetOf(text(resource, 'environment') ?? byDefault(resource.name, resource)),
        reviewers: approvalsOf(resource),
        preventSelfReview: independentOnGitLab(stack, resource),
        branchesLimited: nothing,
        serialized: nothing,
      });
    }),
  );
}

function independentOnGitLab(stack: Stack, resource: Resource): Fact<boolean> {
  const project = stack.target(resource.get('project'));
  if (project?.type !== 'gitlab_project')
    return unknown('whether who starts a pipeline may approve it is set on the project', resource.at);
  const itself = bool(project, 'allow_pipeline_trigger_approve_deployment') ?? byDefault(false, project);
  return derive(itself, (allowed) => !allowed);
}

/** Without a policy every branch may be deployed; one of its own patterns allows none until they are stated. */
function limitedOnGitHub(stack: Stack, resource: Resource): Fact<boolean> {
  const [policy] = resource.parts('deployment_branch_policy');
  if (!policy) return byDefault(false, resource);
  if (policy.uncertain !== undefined) return unknown(policy.uncertain, policy.at, policy.related);
  const limited = known(true, policy.at, policy.related);
  const custom = bool(policy, 'custom_branch_policies');
  if (custom?.value !== true) return limited;
  const all = branchPatterns(stack, resource).map((pattern) => derive(pattern, isEveryBranch));
  const opened = anyTrue(all, known(false, policy.at, policy.related));
  return valueOf(opened) === false ? limited : derive(opened, (open) => !open);
}

/** What the policies beside an environment allow: those of the same name, of the same repository. */
function branchPatterns(stack: Stack, environment: Resource): readonly Fact<string>[] {
  const type = 'github_repository_environment_deployment_policy';
  const repository = environment.get('repository');
  const same = new Set(stack.sharing(type, 'repository', repository));
  return stack
    .attached(type, 'environment', environment, ['environment'])
    .filter((policy) => repository === undefined || same.has(policy))
    .flatMap((policy) => text(policy, 'branch_pattern') ?? []);
}

/** Each rule asks for one approval unless it says how many; those who may only deploy approve nothing. */
function approvalsOf(resource: Resource): Fact<number> {
  const counts = [
    ...resource
      .parts('approval_rules')
      .map((rule) => number(rule, 'required_approvals') ?? byDefault(1, rule)),
    number(resource, 'required_approval_count') ?? [],
  ].flat();
  const open = counts.find(({ value }) => isUnknown(value));
  if (open) return open;
  const total = counts.reduce((sum, { value }) => sum + (isUnknown(value) ? 0 : value), 0);
  const [first] = counts;
  return first ? known(total, first.at, first.related) : byDefault(0, resource);
}
