import { valueOf, type PipelineSystem, type StageFacts, type SubjectOf } from '../../model/index.ts';
import type { DraftContext } from '../context.ts';
import { agreed, several } from '../found/agree.ts';
import { stagesOf } from '../found/stages.ts';
import { attribute, locatedFact, type Located } from '../found/subjects.ts';
import {
  EMPTY,
  mapping,
  scalar,
  sequence,
  type Mapping,
  type Node,
  type Remark,
  type Scalar,
} from '../text/node.ts';
import { documentsAbout } from './documents.ts';
import { environmentNames, isIn } from './environments.ts';

/** The plan's words for systems; what runs as a part of another is that other. */
const SYSTEMS: Readonly<Record<PipelineSystem, string>> = {
  circleci: 'circleci',
  'github-actions': 'github-actions',
  'gitlab-ci': 'gitlab-ci',
  'azure-pipelines': 'azure-pipelines',
  jenkins: 'jenkins',
  'bitbucket-pipelines': 'bitbucket-pipelines',
  'argo-workflows': 'argo-workflows',
  tekton: 'tekton',
  codepipeline: 'codepipeline',
  codebuild: 'codepipeline',
  'cloud-deploy': 'cloud-deploy',
  spinnaker: 'spinnaker',
};

/** Pipelines with their stages and tests, and how each environment gets a release and goes back. */
export function delivery(context: DraftContext): Mapping | undefined {
  const { found } = context;
  const pipelines = pipelinesOf(context);
  return mapping({
    system: agreed(
      'what runs pipelines',
      pipelines.map((one) => ({ value: SYSTEMS[one.facts.system], at: one.location })),
    ),
    pipelines: sequence(
      distinct(pipelines.map(({ location }) => ({ value: location.file.path, at: location }))).map(
        ({ value, at }) => scalar(value, [at]),
      ),
    ),
    stages: sequence(
      stagesOf(pipelines, found.of('deploy-job'), environmentNames(context)).map(
        ({ name, kind, environment, at, environmentAt = at, how }) =>
          mapping({
            name: scalar(name, [at]),
            kind: scalar(kind, [at], how),
            environment: environment === undefined ? undefined : scalar(environment, [environmentAt]),
          }),
      ),
    ),
    tests: sequence(details(pipelines, 'test').map(({ value, at }) => scalar(value, [at]))),
    environments: mapping(
      Object.fromEntries(
        environmentNames(context).map((name) => [name, environment(context, name) ?? EMPTY]),
      ),
    ),
  });
}

/** Pipelines that do something which the plan has a word for. */
export function pipelinesOf({ found }: DraftContext): readonly SubjectOf<'pipeline'>[] {
  const deploys = new Set(found.of('deploy-job').map(({ facts }) => facts.pipeline));
  const pipelines = found
    .of('pipeline')
    .filter(({ id, facts }) => facts.stages.length > 0 || deploys.has(id));
  return [...pipelines].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Kinds of tests or scans, each with the first place that it is recognized at. */
export function details(
  pipelines: readonly SubjectOf<'pipeline'>[],
  kind: 'test' | 'scan',
): readonly Located<string>[] {
  return distinct(
    pipelines.flatMap((pipeline) =>
      pipeline.facts.stages.flatMap((stage) =>
        valueOf(stage.kind) === kind && stage.detail !== '' && !isVague(stage)
          ? [{ value: stage.detail, at: stage.kind.at ?? pipeline.location }]
          : [],
      ),
    ),
  );
}

/** `make run-tests` is a test, but of which kind only its recipe tells. */
function isVague({ kind: { at }, detail }: StageFacts): boolean {
  if (!at) return false;
  const command = at.file.text.slice(at.span.start, Math.min(at.span.end, at.span.start + 200));
  return /^\s*(?:run:\s*)?(?:make|task|just)\s/.test(command) && !command.includes(detail);
}

/** Each value once, with its first place, in the order of the values. */
export function distinct(values: readonly Located<string>[]): readonly Located<string>[] {
  const first = new Map<string, Located<string>>();
  for (const located of values) if (!first.has(located.value)) first.set(located.value, located);
  return [...first.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
}

function environment(context: DraftContext, name: string): Mapping | undefined {
  const { found } = context;
  const rollouts = found.of('rollout').filter((one) => isIn(one, name));
  const rolledOut = new Set(rollouts.map(({ id }) => id));
  const released = found
    .of('workload')
    .filter(
      (one) => ['Deployment', 'StatefulSet', 'Rollout'].includes(one.facts.type) && !rolledOut.has(one.id),
    )
    .filter((one) => isIn(one, name));
  const written = new Set(
    found
      .of('resource')
      .flatMap((one) =>
        (attribute(one, 'spec', 'strategy') ?? attribute(one, 'spec', 'updateStrategy')) ? [one.id] : [],
      ),
  );
  const strategies = [...released, ...rollouts].map((one) => locatedFact(one, one.facts.strategy));
  const isDefault = released.some(({ id }) => !written.has(id));
  return mapping({
    strategy: agreed(
      'how releases replace each other',
      strategies,
      isDefault ? 'what the manifests say, or Kubernetes does by itself' : undefined,
    ),
    steps: steps(rollouts),
    approvals: approvals(
      found.of('gate').filter((one) => isIn(one, name) || valueOf(one.facts.target) === name),
    ),
    rollback: rollback(
      // That a Deployment can be rolled back by hand is no decision of anybody.
      found
        .of('rollback')
        .filter((one) => one.format !== 'kubernetes' || valueOf(one.facts.mechanism) !== 'rollout-undo')
        .filter((one) => isIn(one, name) || one.environment === undefined),
      context,
    ),
  });
}

/** The weights of canaries, where all have the same. */
function steps(rollouts: readonly SubjectOf<'rollout'>[]): Node | Remark | undefined {
  const weights = rollouts.flatMap((one) => {
    const fact = locatedFact(one, one.facts.weights);
    return fact?.value && fact.value.length > 0
      ? [{ value: fact.value.join(', '), at: fact.at, list: fact.value }]
      : [];
  });
  const together = agreed('the steps of a release', weights);
  if (!together || 'remark' in together) return together;
  return sequence(
    (weights[0]?.list ?? []).map((weight) => mapping({ weight: scalar(weight, together.from) })),
  );
}

function approvals(gates: readonly SubjectOf<'gate'>[]): Mapping | undefined {
  const required = agreed(
    'how many must approve',
    gates.map((one) => said(locatedFact(one, one.facts.reviewers))).filter((fact) => (fact?.value ?? 0) > 0),
  );
  if (!required || 'remark' in required) return required && mapping({ required });
  return mapping({
    required,
    preventSelfReview: agreed(
      'whether the author may approve',
      gates.map((one) => said(locatedFact(one, one.facts.preventSelfReview))),
    ),
  });
}

/** Parts of a protection that ask nobody say nothing of those who approve. */
function said<T>(fact: Located<T | null> | undefined): Located<T> | undefined {
  return fact && fact.value !== null ? { ...fact, value: fact.value } : undefined;
}

/** The way back, where there is one of a kind; of several the plan must say which is meant. */
function rollback(
  ways: readonly SubjectOf<'rollback'>[],
  context: DraftContext,
): Mapping | Remark | undefined {
  const mechanisms = ways
    .map((one) => locatedFact(one, one.facts.mechanism))
    .filter((one) => one !== undefined);
  const mechanism = agreed('the way back', mechanisms);
  if (mechanism && 'remark' in mechanism) return several('ways back', mechanisms);
  if (!mechanism) return undefined;
  return mapping({
    mechanism,
    automatic: agreed(
      'whether the way back is taken by itself',
      ways.map((one) => locatedFact(one, one.facts.automatic)),
    ),
    procedure: procedureBack(context),
  });
}

/** The one document on going back. */
function procedureBack(context: DraftContext): Scalar | undefined {
  const about = documentsAbout(
    context,
    /\broll(?:ing)?(?: \w+)?[ -]?back\b/i,
    /(?:^|\/)roll-?back\.[a-z]+$/i,
  );
  const [only] = about;
  return only && about.length === 1 ? scalar(only.value, [only.at]) : undefined;
}
