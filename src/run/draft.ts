import { discover } from '../discover/index.ts';
import { draftEnvironments, draftPlan, planOf, type Draft } from '../draft/index.ts';
import { formats } from '../formats/index.ts';
import type { Host } from '../io/index.ts';
import type { Subject } from '../model/index.ts';
import { isPlan, type Plan } from '../plan/index.ts';
import { relate } from '../relate/index.ts';
import type { Diagnostic } from '../source/index.ts';
import { normalizeAll } from './normalize.ts';
import type { CheckOptions } from './options.ts';

/** What a draft takes: the options of a check that are about files. */
export interface DraftOptions extends Pick<
  CheckOptions,
  'paths' | 'include' | 'exclude' | 'variableFiles' | 'environmentVariables' | 'onFile'
> {
  /** What is deployed, as people speak of it. */
  readonly title: string;
}

export interface DraftResult extends Draft {
  /** What could not be read, so that the draft may lack something. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many files gave something. */
  readonly files: number;
}

/**
 * A draft of a plan from what the files tell. They are read twice: what an environment is called is known only when all
 * have been read, and what belongs to one only when that is known. A plan that is there is not looked at.
 */
export async function draft(host: Host, options: DraftOptions): Promise<DraftResult> {
  const discovery = await discover(host, { ...options, formats, isPlan, isWaiver: () => false });
  const read = async (plan: Plan | undefined): ReturnType<typeof normalizeAll> =>
    normalizeAll(host, { ...discovery, claimed: new Map(discovery.claimed) }, plan, [], {
      ...options,
      wantsResources: true,
    });
  const first = await read(undefined);
  const plan = await planOf(draftEnvironments(first.subjects, options.title));
  const { subjects, context, diagnostics } = await read(plan);
  const related: readonly Subject[] = relate(subjects, plan, context);
  const files = discovery.files.filter(({ formats: ids }) => ids.length > 0).length;
  return {
    ...(await draftPlan(
      related,
      discovery.files.filter(({ sha256 }) => sha256 !== undefined).map(({ path }) => path),
      options.title,
    )),
    diagnostics: [...discovery.diagnostics, ...diagnostics].filter(({ level }) => level === 'error'),
    files,
  };
}
