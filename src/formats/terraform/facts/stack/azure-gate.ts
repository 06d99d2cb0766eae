import { known, type Fact, type SubjectOf } from '../../../../model/index.ts';
import {
  bool,
  byDefault,
  derive,
  text,
  textList,
  type Resource,
  type Stack,
} from '../../../../cloud/index.ts';
import { isEveryBranch, repositoryOf, targetOf } from './gate-target.ts';

type Gate = SubjectOf<'gate'>;
type Asked = Pick<Gate['facts'], 'reviewers' | 'preventSelfReview'>;

const APPROVAL = 'azuredevops_check_approval';
const BRANCHES = 'azuredevops_check_branch_control';
const LOCK = 'azuredevops_check_exclusive_lock';

/**
 * Checks of environments of Azure DevOps; those of service connections and others are none of a deploy job's. What limits
 * branches and what locks count with each approval of the same environment, and stand for themselves where there is none.
 */
export function azureGates(stack: Stack): readonly Gate[] {
  const met = new Set<string>();
  return [APPROVAL, BRANCHES, LOCK].flatMap((type) =>
    stack.of(type).flatMap((check) => {
      const environment = stack.target(check.get('target_resource_id'));
      if (!environment || !/^(?:data\.)?azuredevops_environment$/.test(environment.type)) return [];
      const target = text(environment, 'name');
      if (!target || (type !== APPROVAL && met.has(environment.address))) return [];
      met.add(environment.address);
      return stack.subject('gate', check, {
        system: 'azure-pipelines',
        repository: repositoryOf(stack, check, 'project_id'),
        ...targetOf(target),
        ...(type === APPROVAL ? askedBy(check) : askedOfNobody(check)),
        branchesLimited: limitedBeside(stack, check),
        serialized: lockedBeside(stack, check),
      });
    }),
  );
}

function askedBy(approval: Resource): Asked {
  const itself = bool(approval, 'requester_can_approve') ?? byDefault(false, approval);
  return {
    reviewers: derive(textList(approval, 'approvers') ?? byDefault([], approval), (list) => list.length),
    preventSelfReview: derive(itself, (allowed) => !allowed),
  };
}

function askedOfNobody({ at, related }: Resource): Asked {
  const nobody = known(null, at, related);
  return { reviewers: nobody, preventSelfReview: nobody };
}

/** A check of its own on the same environment; one without a list of branches allows all of them. */
function limitedBeside(stack: Stack, check: Resource): Fact<boolean> {
  const [control] = stack.sharing(BRANCHES, 'target_resource_id', check.get('target_resource_id'));
  if (!control) return byDefault(false, check);
  const allowed = text(control, 'allowed_branches') ?? byDefault('*', control);
  return derive(allowed, (list) => !list.split(',').some((pattern) => isEveryBranch(pattern.trim())));
}

/** Without a lock in the files there may be one that somebody has set by hand. */
function lockedBeside(stack: Stack, check: Resource): Fact<boolean | null> {
  const [lock] = stack.sharing(LOCK, 'target_resource_id', check.get('target_resource_id'));
  return lock ? byDefault(true, lock) : known(null, check.at, check.related);
}
