import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/** A step where a pipeline runs it. */
export interface Step {
  /** Its name, or which step of the pipeline it is. */
  readonly id: string;
  readonly name: string | undefined;
  /** What stands below `step`. */
  readonly node: DataNode;
  /** The word `step`, in the pipeline that runs it. */
  readonly header: Location;
  /** The stage that it stands in, and the steps that run beside it. */
  readonly stage: DataNode | undefined;
  readonly group: DataNode | undefined;
  /** What must be so, for it to run, as a text that two steps share when they always run together; empty when it always runs. */
  readonly condition: string;
  /** A person starts it. */
  readonly manual: Location | undefined;
}

/** Steps that run beside one another, after those of the unit before. */
export type Unit = readonly Step[];

/** Bitbucket allows 100. */
const STEPS = 1_000;

/** The steps of a pipeline, in the order in which they run. */
export function readUnits(list: DataNode): readonly Unit[] {
  const units: Unit[] = [];
  const reader = { units, steps: 0 };
  for (const item of list.items()) readItem(reader, item, undefined);
  return units;
}

interface Reader {
  readonly units: Unit[];
  steps: number;
}

function readItem(reader: Reader, item: DataNode, stage: DataNode | undefined): void {
  if (reader.steps >= STEPS) return;
  if (item.isList) {
    readList(reader, item);
    return;
  }
  const step = item.get('step');
  const group = item.get('parallel');
  const inner = item.get('stage');
  if (step.isMap) reader.units.push([readStep(reader, step, { stage, group: undefined })]);
  else if (group.exists) readGroup(reader, group, stage);
  else if (inner.isMap && !stage) readStage(reader, inner);
}

/** Several steps that are written once, and stand where a step should. */
function readList(reader: Reader, list: DataNode): void {
  for (const item of list.items()) if (!item.isList) readItem(reader, item, undefined);
}

/** The steps of a stage run one after another; whoever starts the stage starts its first step. */
function readStage(reader: Reader, stage: DataNode): void {
  const before = reader.units.length;
  for (const item of stage.get('steps').items()) readItem(reader, item, stage);
  const manual = manualAt(stage);
  const first = reader.units[before];
  if (manual && first) reader.units[before] = first.map((step) => ({ ...step, manual }));
}

function readGroup(reader: Reader, group: DataNode, stage: DataNode | undefined): void {
  const steps = group.isList ? group : group.get('steps');
  const unit = steps.items().flatMap((item) => {
    const step = item.get('step');
    return step.isMap && reader.steps < STEPS ? [readStep(reader, step, { stage, group })] : [];
  });
  if (unit.length > 0) reader.units.push(unit);
}

function readStep(
  reader: Reader,
  node: DataNode,
  { stage, group }: { readonly stage: DataNode | undefined; readonly group: DataNode | undefined },
): Step {
  reader.steps++;
  const { text: name } = node.get('name');
  return {
    id: name ?? `step ${reader.steps}`,
    name,
    node,
    header: node.header,
    stage,
    group,
    condition: [node, stage].map(conditionOf).join(''),
    manual: manualAt(node),
  };
}

function conditionOf(holder: DataNode | undefined): string {
  const condition = holder?.get('condition');
  if (!condition?.exists) return '';
  const { text } = condition.get('state');
  const paths = ['includePaths', 'excludePaths'].map((key) =>
    condition.get('changesets', key).oneOrMoreTexts(),
  );
  return JSON.stringify([text ?? null, ...paths]);
}

function manualAt(node: DataNode): Location | undefined {
  const trigger = node.get('trigger');
  return trigger.text === 'manual' ? trigger.at : undefined;
}
