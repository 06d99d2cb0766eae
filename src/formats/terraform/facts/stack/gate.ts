import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../../../model/index.ts';
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
      target: text(resource, 'environment') ?? byDefault(resource.name, resource),
      reviewers: derive(joined(people, resource), (list) => list.length),
      preventSelfReview: bool(resource, 'prevent_self_review') ?? byDefault(false, resource),
    });
  });
}

/** Whether those who start a pipeline may approve its deployments is a setting of the project. */
function onGitLab(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('gitlab_project_protected_environment').map((resource) =>
    stack.subject('gate', resource, {
      system: 'gitlab-ci',
      target: text(resource, 'environment') ?? byDefault(resource.name, resource),
      reviewers: approvalsOf(resource),
      preventSelfReview: unknown(
        'whether who starts a pipeline may approve it is set on the project',
        resource.at,
      ),
    }),
  );
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
      target,
      reviewers: derive(textList(resource, 'approvers') ?? byDefault([], resource), (list) => list.length),
      preventSelfReview: derive(itself, (allowed) => !allowed),
    });
  });
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
