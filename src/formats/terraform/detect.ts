import type { DataDocument } from '../../syntax/data/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import type { Archive } from '../../syntax/zip/index.ts';

/** Terraform's and OpenTofu's configuration and variable files, and plans; other tools (Packer, Terragrunt) write HCL too. */
export function detect(document: HclFile | DataDocument | Archive): boolean {
  if ('entries' in document) return document.entries.has('tfplan');
  return 'value' in document
    ? isPlanJson(document)
    : /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(document.file.path);
}

/** As `terraform show -json` writes them; OpenTofu's are the same. */
function isPlanJson({ value }: DataDocument): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const plan = value as Readonly<Record<string, unknown>>;
  return (
    typeof plan['format_version'] === 'string' &&
    typeof plan['terraform_version'] === 'string' &&
    (Object.hasOwn(plan, 'planned_values') || Object.hasOwn(plan, 'resource_changes'))
  );
}
