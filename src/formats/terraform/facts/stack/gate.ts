import {
  isUnknown,
  known,
  purposeOf,
  unknown,
  valueOf,
  type Fact,
  type SubjectOf,
} from '../../../../model/index.ts';
import {
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

/** Those whom GitHub, GitLab and Azure DevOps ask before a job may deploy to an environment. */
export function gates(stack: Stack): readonly SubjectOf<'gate'>[] {
  return [...onGitHub(stack), ...onGitLab(stack), ...onAzure(stack)];
}

function onGitHub(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('github_repository_environment').map((resource) => {
    const people = resource
      .parts('reviewers')
      .flatMap((part) => [textList(part, 'users') ?? [], textList(part, 'teams') ?? []].flat());
    return stack.subject('gate', resource, {
      system: 'github-actions',
      ...targetOf(text(resource, 'environment') ?? byDefault(resource.name, resource)),
      reviewers: derive(joined(people, resource), (list) => list.length),
      preventSelfReview: bool(resource, 'prevent_self_review') ?? byDefault(false, resource),
      branchesLimited: limitedOnGitHub(resource),
    });
  });
}

/** Whether those who start a pipeline may approve its deployments is a setting of the project. */
function onGitLab(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('gitlab_project_protected_environment').map((resource) =>
    stack.subject('gate', resource, {
      system: 'gitlab-ci',
      ...targetOf(text(resource, 'environment') ?? byDefault(resource.name, resource)),
      reviewers: approvalsOf(resource),
      preventSelfReview: independentOnGitLab(stack, resource),
      branchesLimited: known(null, resource.at, resource.related),
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

/** Approvals of environments; those of service connections and others are none of a deploy job's. */
function onAzure(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('azuredevops_check_approval').flatMap((resource) => {
    const environment = stack.target(resource.get('target_resource_id'));
    const target = environment?.type === 'azuredevops_environment' ? text(environment, 'name') : undefined;
    if (!target) return [];
    const itself = bool(resource, 'requester_can_approve') ?? byDefault(false, resource);
    return stack.subject('gate', resource, {
      system: 'azure-pipelines',
      ...targetOf(target),
      reviewers: derive(textList(resource, 'approvers') ?? byDefault([], resource), (list) => list.length),
      preventSelfReview: derive(itself, (allowed) => !allowed),
      branchesLimited: limitedOnAzure(stack, resource),
    });
  });
}

function targetOf(target: Fact<string>): Pick<SubjectOf<'gate'>['facts'], 'target' | 'production'> {
  return { target, production: purposeFact(target) };
}

function purposeFact(target: Fact<string>): Fact<boolean> {
  const name = valueOf(target);
  if (name === undefined) return target as Fact<never>;
  const purpose = purposeOf(name);
  return purpose
    ? known(purpose === 'production', target.at, target.related)
    : unknown(`the name \`${name}\` does not say whether it is production`, target.at, target.related);
}

/** Without a policy every branch may be deployed; one of its own patterns allows none until they are stated. */
function limitedOnGitHub(resource: Resource): Fact<boolean> {
  const [policy] = resource.parts('deployment_branch_policy');
  if (!policy) return byDefault(false, resource);
  if (policy.uncertain !== undefined) return unknown(policy.uncertain, policy.at, policy.related);
  return known(true, policy.at, policy.related);
}

/** A check of its own beside the approval, on the same environment. */
function limitedOnAzure(stack: Stack, approval: Resource): Fact<boolean> {
  const target = approval.get('target_resource_id');
  const [check] = stack.sharing('azuredevops_check_branch_control', 'target_resource_id', target);
  return check ? known(true, check.at, check.related) : byDefault(false, approval);
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
