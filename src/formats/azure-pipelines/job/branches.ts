import { known, unknown, type Fact } from '../../../model/index.ts';
import type { JobRead, PipelineRead, StageRead } from '../read/pipeline.ts';
import type { SourceFile } from '../../../source/index.ts';
import type { View } from '../template/scope.ts';
import { startsFrom, startsFromAnyBranch } from '../read/triggers.ts';
import { conditionOf } from '../activities/condition.ts';

/** `eq(variables['Build.SourceBranch'], 'refs/heads/main')`, and branches that begin with more than where branches are. */
const ASKS =
  /\b(?:eq|in)\s*\(\s*variables(?:\[\s*'build\.sourcebranch(?:name)?'\s*\]|\.build\.sourcebranch(?:name)?)\s*,\s*'[^']|\bstartswith\s*\(\s*variables(?:\[\s*'build\.sourcebranch'\s*\]|\.build\.sourcebranch)\s*,\s*'refs\/(?:heads\/[^']|tags\/)/i;
/** What else may ask for the branch, or for what started the run. */
const SPEAKS = /build\.sourcebranch|build\.reason|system\.pullrequest/i;

/** Does a job run for some branches or tags only, by conditions, or by what starts its pipeline? */
export function branchesLimitedOf(job: JobRead, stage: StageRead, { view }: PipelineRead): Fact<boolean> {
  const asking = [job.view, stage.view].find((one) => asks(conditionOf(one) ?? ''));
  if (asking) return known(true, asking.get('condition').at);
  const holders = [job.view, stage.view, view];
  const open = holders.find((one) => conditionOf(one) !== undefined && speaks(one.get('condition')));
  if (open) return unknown('a condition decides for which branches it runs', open.get('condition').at);
  const at = job.hidden?.at ?? job.view.header;
  if (holders.some(speaks)) return unknown('something in its file asks for the branch', at);
  const requests = view.get('pr');
  if (requests.exists && startsFrom(requests)) return known(false, requests.at);
  if (startsFromAnyBranch(view)) return known(false, at);
  const trigger = view.get('trigger');
  if (requests.exists) return known(true, trigger.at);
  return unknown('whether requests start its pipeline, too, is set outside the files', trigger.at);
}

/** Of one of several conditions, or of the opposite of one, more may come of it. */
const asks = (condition: string): boolean => ASKS.test(condition) && !/\b(?:not|or)\s*\(/i.test(condition);

const speaking = new WeakMap<SourceFile, boolean>();

/** Does something in the file in which a part of a pipeline stands ask for the branch? */
function speaks({ node }: View): boolean {
  const { file } = node.document;
  const found = speaking.get(file) ?? SPEAKS.test(file.text);
  speaking.set(file, found);
  return found;
}
