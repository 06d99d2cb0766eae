import { known, unknown, type Fact } from '../../../model/index.ts';
import { locate } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import { buildsOf, UNNAMED } from '../when/build.ts';
import { whenOf } from '../when/when.ts';

/**
 * Does a stage run for some branches or tags only? Only pipelines of several branches ask for the branch; what builds
 * one only is set in Jenkins.
 */
export function branchesLimitedOf(stage: Stage, jenkinsfile: Jenkinsfile): Fact<boolean> {
  const { conditions } = whenOf(stage);
  const any = buildsOf([]).filter(({ name, request }) => name === UNNAMED || request);
  const refusing = any.map((build) => conditions.find(({ holds }) => holds(build) === false));
  const [first] = refusing;
  if (first && refusing.every((one) => one !== undefined)) return known(true, first.at);
  const open = conditions.find(({ holds }) => any.some((build) => holds(build) === undefined));
  if (open) return unknown('what decides whether its stage runs is not known', open.at);
  const { start, end } = stage.header;
  const at = locate(stage.file, { start, end });
  if (!asksForBranches(jenkinsfile))
    return unknown('which branches Jenkins builds is set outside the files', at);
  return known(false, first?.at ?? at);
}

const asking = new WeakMap<Jenkinsfile, boolean>();

/** Does some stage ask for the branch, a tag or a change request, which only pipelines of several branches have? */
function asksForBranches(jenkinsfile: Jenkinsfile): boolean {
  const found = asking.get(jenkinsfile) ?? jenkinsfile.stages.some(asks);
  asking.set(jenkinsfile, found);
  return found;
}

function asks(stage: Stage): boolean {
  const own = whenOf(stage).conditions.some(
    ({ branches, holds }) => branches.length > 0 || new Set(buildsOf([]).map(holds)).size > 1,
  );
  return own || stage.children.some(asks);
}
