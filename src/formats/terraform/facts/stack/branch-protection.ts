import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import {
  bool,
  byDefault,
  derive,
  joined,
  number,
  partsOn,
  text,
  textList,
  type Part,
  type Resource,
  type Stack,
} from '../../../../cloud/index.ts';

type Protection = SubjectOf<'branch-protection'>['facts'];

/** What GitHub, GitLab and Azure DevOps ask of changes before these come into a branch. */
export function branchProtections(stack: Stack): readonly SubjectOf<'branch-protection'>[] {
  return Object.entries(READERS).flatMap(([type, read]) =>
    stack.of(type).flatMap((resource) => {
      const facts = read(resource, stack);
      return facts ? [stack.subject('branch-protection', resource, facts)] : [];
    }),
  );
}

const READERS: Readonly<Record<string, (resource: Resource, stack: Stack) => Protection | undefined>> = {
  github_branch_protection: (resource) => classic(resource, 'pattern', 'repository_id'),
  github_branch_protection_v3: (resource) => classic(resource, 'branch', 'repository'),
  github_repository_ruleset: ruleset,
  github_organization_ruleset: ruleset,
  gitlab_branch_protection: (resource) => ({
    ...nothingSaid('gitlab-ci', resource, 'project'),
    pattern: text(resource, 'branch') ?? byDefault('*', resource),
    forcePush: bool(resource, 'allow_force_push') ?? byDefault(false, resource),
  }),
  gitlab_project: (resource) => ({
    ...nothingSaid('gitlab-ci', resource, 'name'),
    checks: derive(
      bool(resource, 'only_allow_merge_if_pipeline_succeeds') ?? byDefault(false, resource),
      (all): readonly string[] => (all ? ['*'] : []),
    ),
  }),
  gitlab_project_approval_rule: (resource) => {
    const count = number(resource, 'approvals_required') ?? byDefault(0, resource);
    // Rules without an approval only name those who may give one.
    return valueOf(count) === 0
      ? undefined
      : { ...nothingSaid('gitlab-ci', resource, 'project'), reviews: count };
  },
  azuredevops_branch_policy_min_reviewers: (resource) => {
    const [settings] = resource.parts('settings');
    const count = (settings && number(settings, 'reviewer_count')) ?? byDefault(0, resource);
    return { ...onAzure(resource), reviews: whereBlocking(resource, count, 0) };
  },
  azuredevops_branch_policy_build_validation: (resource, stack) => {
    const [settings] = resource.parts('settings');
    const definition = stack.target(settings?.get('build_definition_id'));
    const [repository] = definition?.parts('repository') ?? [];
    const path = repository && text(repository, 'yml_path');
    const named: Fact<readonly string[]> = path
      ? derive(path, (one) => [one])
      : unknown('the pipeline that it asks for is not among the files', resource.at, resource.related);
    return { ...onAzure(resource), checks: whereBlocking<readonly string[]>(resource, named, []) };
  },
};

function nothingSaid(system: Protection['system'], resource: Resource, repository: string): Protection {
  const nothing = known(null, resource.at, resource.related);
  return {
    system,
    repository:
      text(resource, repository) ?? unknown('it names no repository', resource.at, resource.related),
    pattern: byDefault('*', resource),
    reviews: nothing,
    checks: nothing,
    forcePush: nothing,
    signed: nothing,
  };
}

/** GitHub's protection of one branch or pattern says all in one place: what it leaves out is not asked. */
function classic(resource: Resource, pattern: string, repository: string): Protection {
  const [reviews] = resource.parts('required_pull_request_reviews');
  const [checks] = resource.parts('required_status_checks');
  const forced = pattern === 'pattern';
  return {
    ...nothingSaid('github-actions', resource, repository),
    pattern: text(resource, pattern) ?? byDefault('*', resource),
    reviews: reviews
      ? (number(reviews, 'required_approving_review_count') ?? byDefault(1, reviews))
      : byDefault(0, resource),
    checks: checks
      ? joined([textList(checks, 'contexts') ?? [], textList(checks, 'checks') ?? []].flat(), checks)
      : byDefault([], resource),
    ...(forced && { forcePush: bool(resource, 'allows_force_pushes') ?? byDefault(false, resource) }),
    signed: bool(resource, 'require_signed_commits') ?? byDefault(false, resource),
  };
}

/** Rulesets add up: what one leaves out another may ask. One that is only tried, or for tags, asks nothing of branches. */
function ruleset(resource: Resource): Protection | undefined {
  const enforcement = text(resource, 'enforcement') ?? byDefault('active', resource);
  const target = text(resource, 'target') ?? byDefault('branch', resource);
  if ((valueOf(enforcement) ?? 'active') !== 'active' || valueOf(target) === 'tag') return undefined;
  const [rules] = resource.parts('rules');
  if (!rules || rules.uncertain !== undefined) return undefined;
  const [request] = rules.parts('pull_request');
  const contexts = partsOn(rules, ['required_status_checks', 'required_check']);
  const facts = nothingSaid('github-actions', resource, 'repository');
  return {
    ...facts,
    pattern: included(resource),
    ...(request && {
      reviews: number(request, 'required_approving_review_count') ?? byDefault(0, request),
    }),
    ...(contexts.length > 0 && { checks: contextsOf(contexts, rules) }),
    ...onlyWhereOn(rules, 'required_signatures', 'signed', true),
    ...onlyWhereOn(rules, 'non_fast_forward', 'forcePush', false),
  };
}

function onlyWhereOn(
  rules: Part,
  name: string,
  fact: 'signed' | 'forcePush',
  value: boolean,
): Partial<Protection> {
  const on = bool(rules, name);
  return on && valueOf(on) !== false ? { [fact]: derive(on, () => value) } : {};
}

function contextsOf(contexts: readonly Part[], rules: Part): Fact<readonly string[]> {
  const names = contexts.map((part) => derive(text(part, 'context') ?? byDefault('', part), (one) => [one]));
  return joined(names, rules);
}

/** `refs/heads/main` is `main`; several are told as one text. */
function included(resource: Resource): Fact<string> {
  const [names] = partsOn(resource, ['conditions', 'ref_name']);
  const list = (names && textList(names, 'include')) ?? byDefault<readonly string[]>(['~ALL'], resource);
  return derive(list, (all) => all.map((one) => one.replace('refs/heads/', '')).join(', '));
}

function onAzure(resource: Resource): Protection {
  const [scope] = partsOn(resource, ['settings', 'scope']);
  const facts = nothingSaid('azure-pipelines', resource, 'project_id');
  const ref = scope && text(scope, 'repository_ref');
  const repository = scope && text(scope, 'repository_id');
  return {
    ...facts,
    ...(repository && { repository }),
    ...(ref && { pattern: derive(ref, (one) => one.replace('refs/heads/', '')) }),
  };
}

/** A policy that is off, or does not block, asks nothing. */
function whereBlocking<T>(resource: Resource, asked: Fact<T>, otherwise: T): Fact<T> {
  for (const name of ['enabled', 'blocking']) {
    const on = bool(resource, name);
    if (!on || on.value === true) continue;
    return isUnknown(on.value) ? (on as Fact<never>) : known(otherwise, on.at, on.related);
  }
  return asked;
}
