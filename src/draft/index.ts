/** What the files tell → a draft of a plan: each statement with its source, and what is left to do. */
import type { Subject } from '../model/index.ts';
import { loadPlan, type Plan } from '../plan/index.ts';
import { sourceFile } from '../source/index.ts';
import { parseYaml } from '../syntax/yaml/index.ts';
import type { DraftContext } from './context.ts';
import { isAside } from './found/aside.ts';
import { stacksAmong } from './found/address.ts';
import { findComponents } from './found/components.ts';
import { findEnvironments } from './found/environments.ts';
import { ownersAmong } from './found/owners.ts';
import { foundAmong } from './found/subjects.ts';
import { architecture } from './sections/architecture.ts';
import { delivery } from './sections/delivery.ts';
import { documents } from './sections/documents.ts';
import { environments } from './sections/environments.ts';
import { infrastructure } from './sections/infrastructure.ts';
import { observability } from './sections/observability.ts';
import { people } from './sections/people.ts';
import { recovery } from './sections/recovery.ts';
import { security } from './sections/security.ts';
import {
  countStatements,
  EMPTY,
  mapping,
  note,
  type Mapping,
  type Remark,
  type Scalar,
} from './text/node.ts';
import { renderMapping } from './text/render.ts';
import { withTodos } from './todos.ts';

const HEAD =
  '# A draft by "planproof plan new". Each statement names the place that says so; complete the TODOs.';

/** A draft as text, and how many values it states. */
export interface Draft {
  readonly text: string;
  readonly statements: number;
}

/** The environments alone, as a plan: subjects that are read by it belong to them by their names. */
export function draftEnvironments(subjects: readonly Subject[], title: string): string {
  const context = contextOf(subjects, []);
  return textOf(mapping({ ...header(title), environments: environments(context) }));
}

/** A draft from subjects that belong to the environments of `draftEnvironments`. */
export async function draftPlan(
  subjects: readonly Subject[],
  files: readonly string[],
  title: string,
): Promise<Draft> {
  const context = contextOf(subjects, files);
  const plan: Mapping = {
    node: 'mapping',
    entries: Object.entries({
      ...header(title),
      architecture: architecture(context),
      environments: environments(context),
      infrastructure: infrastructure(context),
      delivery: delivery(context),
      security: security(context),
      observability: observability(context),
      recovery: recovery(context),
      documents: documents(context),
      timeline: undefined,
      resources: people(context),
      review: undefined,
    }).map(([key, value]) => ({ key, value: value ?? EMPTY })),
  };
  const read = await planOf(textOf(plan));
  const whole = withTodos(plan, read?.completeness ?? []);
  const aside = asideNote(subjects);
  return {
    text: textOf(aside ? { ...whole, entries: [aside, ...whole.entries] } : whole),
    statements: countStatements(whole),
  };
}

/** What was left out knowingly. */
function asideNote(subjects: readonly Subject[]): Remark | undefined {
  const files = [...new Set(subjects.filter(isAside).map(({ location }) => location.file.path))].sort();
  if (files.length === 0) return undefined;
  const more = files.length > 5 ? ` and ${files.length - 5} more` : '';
  return note(`files for tests and examples are left out: ${files.slice(0, 5).join(', ')}${more}.`);
}

/** A draft as the plan that it is. */
export async function planOf(text: string): Promise<Plan | undefined> {
  const [document] = parseYaml(sourceFile('deployment-plan.yaml', text)).documents;
  return document && (await loadPlan(document)).plan;
}

function contextOf(subjects: readonly Subject[], files: readonly string[]): DraftContext {
  const found = foundAmong(subjects.filter((subject) => !isAside(subject)));
  const stacks = stacksAmong(found);
  const components = findComponents(found, stacks);
  return {
    found,
    stacks,
    files,
    environments: findEnvironments(found),
    components,
    owners: ownersAmong(found, components),
  };
}

function header(title: string): Readonly<Record<string, Scalar>> {
  const plain = (value: string): Scalar => ({ node: 'scalar', value, from: [] });
  return {
    apiVersion: plain('planproof/v1'),
    kind: plain('DeploymentPlan'),
    title: { node: 'scalar', value: title, from: [], how: "the folder's name" },
  };
}

function textOf(plan: Mapping | undefined): string {
  return plan ? `${HEAD}\n${renderMapping(plan).join('\n')}\n` : '';
}
