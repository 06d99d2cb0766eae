import { valueOf, type Subject } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Diagram } from '../diagram.ts';
import { sketch, type Sketch } from '../sketch.ts';
import { deployLines, drawApproval, drawQualityGates, drawRollback } from './delivery.ts';

/** Stages in their order, what stops them, how each environment is deployed to, and the way back. */
export function pipelineDiagram(plan: Statements, subjects: readonly Subject[]): Diagram {
  const drawing = sketch();
  const about = { id: 'pipeline', title: 'Pipeline: stages, gates, deployments and the way back' } as const;
  if (
    plan.items(['delivery', 'stages']).length === 0 &&
    plan.keys(['delivery', 'environments']).length === 0
  ) {
    drawFound(drawing, subjects);
    const lead =
      'The plan states no stages. These are the jobs of the pipelines in the files, as far as it is known what they do; their order is not drawn.';
    return drawing.done({ ...about, lead });
  }
  drawPlanned(drawing, plan, subjects);
  const lead =
    'Stages as the plan states them. Gates stop what does not pass; dashed lines are the way back when a deployment fails.';
  return drawing.done({ ...about, lead });
}

interface Stage {
  readonly name: string;
  readonly kind: string;
  readonly environment: string | null;
  readonly after: readonly string[];
  readonly path?: Path;
}

function stagesOf(plan: Statements): readonly Stage[] {
  const stages: Stage[] = [];
  for (const path of plan.items(['delivery', 'stages'])) {
    const kind = plan.text([...path, 'kind']).value ?? 'stage';
    const name = plan.text([...path, 'name']).value ?? kind;
    const stated = plan.texts([...path, 'after']).value;
    const before = stages.at(-1)?.name;
    const after =
      plan.value([...path, 'after']) !== undefined ? stated : before === undefined ? [] : [before];
    stages.push({ name, kind, environment: plan.text([...path, 'environment']).value, after, path });
  }
  const deployed = new Set(
    stages.filter(({ kind }) => kind === 'deploy').map(({ environment }) => environment),
  );
  // An environment that the plan says how to deploy to is deployed to, with or without a stage; in which order is open.
  const before = stages.findLast(({ kind }) => kind !== 'deploy')?.name;
  const after = before === undefined ? [] : [before];
  for (const environment of plan.keys(['delivery', 'environments']))
    if (!deployed.has(environment))
      stages.push({ name: `deploy to ${environment}`, kind: 'deploy', environment, after });
  return stages;
}

function drawPlanned(drawing: Sketch, plan: Statements, subjects: readonly Subject[]): void {
  const stages = stagesOf(plan);
  const ends = new Map<string, Ends>();
  for (const stage of stages)
    if (!ends.has(stage.name)) ends.set(stage.name, drawStage(drawing, plan, subjects, stage));
  for (const { name, after } of stages)
    for (const before of after) drawing.edge(ends.get(before)?.exit ?? '', ends.get(name)?.entry ?? '');
}

/** Keys of where a stage begins and ends, gates included. */
interface Ends {
  readonly entry: string;
  readonly exit: string;
}

function drawStage(
  drawing: Sketch,
  plan: Statements,
  subjects: readonly Subject[],
  { name, kind, environment, path }: Stage,
): Ends {
  const key = `stage|${name}`;
  const target = kind === 'deploy' ? environment : null;
  const approval = target === null ? undefined : drawApproval(drawing, plan, target);
  drawing.node(key, name, {
    lines: [
      ...(kind === name ? [] : [kind]),
      ...(path ? stageLines(plan, path) : []),
      ...(target === null ? [] : deployLines(plan, target, subjects)),
    ],
    strong: target !== null && isProduction(target, subjects),
  });
  if (approval !== undefined) drawing.edge(approval, key);
  if (target !== null) drawRollback(drawing, plan, target, key);
  return { entry: approval ?? key, exit: drawQualityGates(drawing, plan, name, key) };
}

function stageLines(plan: Statements, path: Path): readonly string[] {
  const tools = plan.texts([...path, 'tools']).value;
  const advisory = plan.boolean([...path, 'blocking']).value === false;
  return [...(tools.length > 0 ? [tools.join(', ')] : []), ...(advisory ? ['does not block'] : [])];
}

function isProduction(environment: string, subjects: readonly Subject[]): boolean {
  return subjects.some(
    (subject) =>
      subject.kind === 'plan-environment' &&
      subject.name === environment &&
      subject.facts.production.value === true,
  );
}

function drawFound(drawing: Sketch, subjects: readonly Subject[]): void {
  for (const { kind, id, name, facts } of subjects.flatMap((one) => (one.kind === 'pipeline' ? [one] : []))) {
    const jobs = new Map<string, Set<string>>();
    for (const stage of facts.stages) {
      const what = valueOf(stage.kind);
      const kinds = jobs.get(stage.job) ?? new Set<string>();
      jobs.set(stage.job, kinds);
      if (what !== undefined) kinds.add(stage.detail === '' ? what : `${what}: ${stage.detail}`);
    }
    const group = drawing.group(`${kind}|${id}`, name);
    for (const [job, kinds] of jobs) drawing.node(`${id}|${job}`, job, { lines: [...kinds], group });
  }
}
