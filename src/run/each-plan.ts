import type { Report } from '../assess/index.ts';
import { mistakes, PlanproofError } from '../errors/index.ts';
import type { Host } from '../io/index.ts';
import { check } from './check.ts';
import type { CheckOptions } from './options.ts';

/** The report on one plan; its path where there are several. */
export interface PlanReport {
  readonly plan?: string;
  readonly report: Report;
}

/**
 * A check against the only plan or the named one; where there are several, one check for each. A plan owns the folder
 * that it lies in, but for folders of plans deeper down. What lies below no other plan's folder is seen by all of them:
 * pipelines and modules that they share.
 */
export async function checkEach(host: Host, options: CheckOptions): Promise<readonly PlanReport[]> {
  try {
    return [{ report: await check(host, options) }];
  } catch (error) {
    if (!(error instanceof PlanproofError) || error.plans.length === 0) throw error;
    return checkSeveral(host, options, [...error.plans].sort());
  }
}

async function checkSeveral(
  host: Host,
  options: CheckOptions,
  plans: readonly string[],
): Promise<readonly PlanReport[]> {
  const folders = plans.map(folderOf);
  // Nothing tells which files are whose.
  if (new Set(folders).size < folders.length) throw mistakes.planSeveral(plans);
  const reports: PlanReport[] = [];
  for (const plan of plans) {
    const otherPlans = foldersOfOthers(folderOf(plan), folders);
    const exclude = [...options.exclude, ...otherPlans.map((folder) => `/${escaped(folder)}/`)];
    reports.push({ plan, report: await check(host, { ...options, plan, exclude, otherPlans }) });
  }
  return reports;
}

/** Folders of plans that neither are the plan's own nor hold it. */
function foldersOfOthers(own: string, folders: readonly string[]): readonly string[] {
  return folders.filter((other) => other !== own && other !== '' && !own.startsWith(`${other}/`));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path as a pattern of .gitignore that means nothing else. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, '\\$&');
}
