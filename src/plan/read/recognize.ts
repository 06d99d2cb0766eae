import type { DataDocument } from '../../syntax/data/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';

/** A file that may be a plan. */
export type PlanSource = DataDocument | ProseDocument;

const FILE_NAME = /(?:^|\/)deployment-plan\.(?:ya?ml|json)$/;

/** Names of files that are plans by their name, as patterns of .gitignore. */
export const PLAN_FILES: readonly string[] = [
  'deployment-plan.yaml',
  'deployment-plan.yml',
  'deployment-plan.json',
];

/** Says of itself that it is a deployment plan, or is named as one. */
export function isPlan(document: PlanSource): boolean {
  if (isProse(document)) return isMarkdown(document) && saysPlan(document.frontMatter?.text ?? '');
  const { value, file } = document;
  if (FILE_NAME.test(file.path)) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { apiVersion, kind } = value as { apiVersion?: unknown; kind?: unknown };
  return kind === 'DeploymentPlan' && typeof apiVersion === 'string' && apiVersion.startsWith('planproof/');
}

/** The same, and Markdown that the caller names as the plan, whatever it says of itself. */
export function isPlanOr(named: string | undefined): (source: PlanSource) => boolean {
  return (source) => isPlan(source) || (isMarkdown(source) && source.file.path === named);
}

export function isMarkdown(document: PlanSource): document is ProseDocument {
  return isProse(document) && document.markup === 'markdown';
}

function isProse(document: PlanSource): document is ProseDocument {
  return document.syntax === 'prose';
}

/** The two lines that tell a plan; whatever else stands in the front matter is read when it is one. */
function saysPlan(frontMatter: string): boolean {
  return (
    /^kind:[ \t]*["']?DeploymentPlan["']?[ \t]*(?:#.*)?$/m.test(frontMatter) &&
    /^apiVersion:[ \t]*["']?planproof\//m.test(frontMatter)
  );
}
