import type { Subject } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Sketch } from '../sketch.ts';

const deliveryOf = (environment: string): Path => ['delivery', 'environments', environment];

/** Strategy with its steps, windows, and the jobs in the files. */
export function deployLines(
  plan: Statements,
  environment: string,
  subjects: readonly Subject[],
): readonly string[] {
  const delivery = deliveryOf(environment);
  const strategy = plan.text([...delivery, 'strategy']).value;
  const steps = plan
    .items([...delivery, 'steps'])
    .flatMap((step) => plan.number([...step, 'weight']).value ?? []);
  const windows = plan.items([...delivery, 'windows']).map((window) => {
    const days = plan.texts([...window, 'days']).value.map((day) => day.slice(0, 3));
    const [from, to] = [plan.text([...window, 'from']).value, plan.text([...window, 'to']).value];
    return [days.join(' '), ...(from !== null && to !== null ? [`${from}–${to}`] : [])].join(' ');
  });
  const jobs = subjects.flatMap((subject) =>
    subject.kind === 'deploy-job' && subject.environment === environment ? [subject.facts.job] : [],
  );
  return [
    ...(strategy === null ? [] : [[strategy, ...steps.map((weight) => `${weight} %`)].join(' ')]),
    ...windows,
    ...(jobs.length === 0 ? [] : [`job ${[...new Set(jobs)].join(', ')}`]),
  ];
}

/** Who must agree before an environment is deployed to; gives the gate's key. */
export function drawApproval(drawing: Sketch, plan: Statements, environment: string): string | undefined {
  const path = [...deliveryOf(environment), 'approvals'];
  const required = plan.number([...path, 'required']).value;
  if (required === null || required === 0) return undefined;
  const by = plan.texts([...path, 'by']).value;
  const key = `approval|${environment}`;
  drawing.node(key, required === 1 ? '1 approval' : `${required} approvals`, {
    lines: by.length === 0 ? [] : [`by ${by.join(', ')}`],
    shape: 'gate',
  });
  return key;
}

/** What a stage measures and must reach, one after the other; gives the key of the last. */
export function drawQualityGates(drawing: Sketch, plan: Statements, stage: string, key: string): string {
  let last = key;
  for (const item of plan.items(['delivery', 'qualityGates'])) {
    if (plan.text([...item, 'stage']).value !== stage) continue;
    const name = plan.text([...item, 'name']).value ?? 'gate';
    const unit = plan.text([...item, 'unit']).value;
    const limits = (['atLeast', 'atMost'] as const).flatMap((limit) => {
      const { value } = plan.number([...item, limit]);
      if (value === null) return [];
      return [
        `${limit === 'atLeast' ? 'at least' : 'at most'} ${value}${unit === null || unit === 'count' ? '' : ` ${unit}`}`,
      ];
    });
    const own = `quality|${stage}|${name}`;
    drawing.node(own, name, { lines: limits, shape: 'gate' });
    drawing.edge(last, own);
    last = own;
  }
  return last;
}

/** What brings the version before back. */
export function drawRollback(drawing: Sketch, plan: Statements, environment: string, from: string): void {
  const path = [...deliveryOf(environment), 'rollback'];
  const mechanism = plan.text([...path, 'mechanism']).value;
  if (mechanism === null) return;
  const automatic = plan.boolean([...path, 'automatic']).value;
  const minutes = plan.number([...path, 'maxMinutes']).value;
  const key = `rollback|${environment}`;
  drawing.node(key, `back by ${mechanism}`, {
    lines: [
      [
        ...(automatic === null ? [] : [automatic ? 'automatic' : 'by hand']),
        ...(minutes === null ? [] : [`${minutes} minutes at most`]),
      ].join(', '),
    ].filter((line) => line !== ''),
    shape: 'state',
  });
  drawing.edge(from, key, { label: 'fails', dashed: true });
}
