import {
  activityOf,
  plainRecognition,
  type Activity,
  type Elsewhere,
  type Job,
  type PipelineOf,
  type StepWords,
} from '../../delivery/index.ts';
import { known, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { VARIABLES } from './variables.ts';

/** What one thing that a pipeline of a cloud runs says of itself. */
export interface JobWords {
  readonly id: string;
  readonly header: Location;
  readonly pipeline: PipelineOf;
  readonly activities: (step: StepWords) => readonly Activity[];
  readonly telling: Job['telling'];
  readonly environments?: Job['environments'];
  readonly parent?: Job | undefined;
  readonly needs?: () => readonly Job[];
  readonly usedBy?: () => readonly Job[];
  readonly inner?: () => readonly Job[];
  readonly follows?: Job['follows'];
  readonly elsewhere?: Elsewhere | undefined;
  readonly tolerated?: Fact<boolean> | undefined;
  readonly serialized?: Fact<boolean>;
  readonly credentials?: Fact<'federated' | 'static' | 'none'>;
  readonly timeLimit?: () => Fact<number | null>;
  readonly rollsBack?: () => Fact<boolean | null>;
  /** Who is told when it fails is no matter of the pipeline itself. */
  readonly failureNotified: Fact<boolean>;
}

/** A job of the neutral model. */
export function jobOf(words: JobWords): Job {
  const { id, header, pipeline, tolerated } = words;
  const step: StepWords = {
    names: id,
    tolerated,
    onFailure: false,
    inAnyCase: undefined,
    resolve: (text) => [text],
  };
  let activities: readonly Activity[] | undefined;
  return {
    id,
    names: [id],
    header,
    pipeline,
    parent: words.parent,
    calledAt: undefined,
    inner: words.inner ?? (() => []),
    needs: words.needs ?? (() => []),
    usedBy: words.usedBy ?? (() => []),
    follows: words.follows ?? (() => undefined),
    followers: () => [],
    inAnyCase: undefined,
    tolerated,
    asksForSuccess: true,
    activities: () => (activities ??= words.activities(step)),
    elsewhere: words.elsewhere,
    uses: [],
    environments: words.environments ?? (() => []),
    environment: undefined,
    telling: words.telling,
    approval: () => known('none', header),
    serialized: () => words.serialized ?? known(true, header),
    credentials: () => words.credentials ?? known('none', header),
    workspace: () => known(true, header),
    variables: VARIABLES,
    failureNotified: () => words.failureNotified,
    ...(words.timeLimit && { timeLimit: words.timeLimit }),
    ...(words.rollsBack && { rollsBack: words.rollsBack }),
  };
}

/** A service of the cloud goes back by itself when a stage fails. */
export function goesBack(step: StepWords, by: string, at: Location): Activity {
  const recognition = {
    ...plainRecognition('rollback', by),
    rollback: { mechanism: 'deployment-service', automatic: true },
  } as const;
  return activityOf(step, recognition, at, { onFailure: true });
}
