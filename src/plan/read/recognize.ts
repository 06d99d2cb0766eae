import type { DataDocument } from '../../syntax/data/index.ts';

const FILE_NAME = /(?:^|\/)deployment-plan\.(?:ya?ml|json)$/;

/** Names of files that are plans by their name, as patterns of .gitignore. */
export const PLAN_FILES: readonly string[] = [
  'deployment-plan.yaml',
  'deployment-plan.yml',
  'deployment-plan.json',
];

/** Says of itself that it is a deployment plan, or is named as one. */
export function isPlan(document: DataDocument): boolean {
  const { value, file } = document;
  if (FILE_NAME.test(file.path)) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { apiVersion, kind } = value as { apiVersion?: unknown; kind?: unknown };
  return kind === 'DeploymentPlan' && typeof apiVersion === 'string' && apiVersion.startsWith('planproof/');
}
