import { known } from '../../model/index.ts';
import type { Elsewhere, Job } from './pipeline.ts';

/** What is known of a job that is written elsewhere. */
type Known = Pick<Job, 'id' | 'header' | 'pipeline' | 'variables'> & { readonly elsewhere: Elsewhere };

/** A job that stands in files that are not there: nothing is known of it but that it may run, and where. */
export function jobElsewhere(
  { id, header, pipeline, variables, elsewhere }: Known,
  told: Partial<Pick<Job, 'names' | 'parent' | 'calledAt' | 'inAnyCase' | 'telling'>> = {},
): Job {
  return {
    id,
    names: [],
    header,
    pipeline,
    parent: undefined,
    calledAt: undefined,
    inner: () => [],
    needs: () => [],
    usedBy: () => [],
    follows: () => undefined,
    followers: () => [],
    inAnyCase: undefined,
    tolerated: undefined,
    asksForSuccess: false,
    activities: () => [],
    elsewhere,
    uses: [],
    environments: () => [],
    environment: undefined,
    telling: [],
    approval: () => known('none', header),
    serialized: () => known(false, header),
    credentials: () => known('none', header),
    workspace: () => undefined,
    variables,
    ...told,
  };
}
