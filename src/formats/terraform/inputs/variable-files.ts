import { purposeOf } from '../../../model/index.ts';
import type { HclFile } from '../../../syntax/hcl/index.ts';
import { baseName, directoryOf } from '../../paths.ts';
import { isAutomatic } from '../evaluate/index.ts';

/** Variable files that Terraform does not take by itself, by the root that they are for. */
export function assignVariableFiles(
  files: readonly HclFile[],
  roots: readonly string[],
): ReadonlyMap<string, readonly HclFile[]> {
  const assigned = new Map<string, HclFile[]>();
  for (const file of files) {
    const { path } = file.file;
    const directory = directoryOf(path);
    if (!/\.tfvars(?:\.json)?$/.test(path) || (roots.includes(directory) && isAutomatic(path))) continue;
    const root = rootFor(directory, roots);
    if (root !== undefined) assigned.set(root, [...(assigned.get(root) ?? []), file]);
  }
  return assigned;
}

/** The nearest folder upwards that is a root, or has a single root below it. */
function rootFor(directory: string, roots: readonly string[]): string | undefined {
  for (let folder = directory; ; folder = directoryOf(folder)) {
    const below = roots.filter((root) => root === folder || folder === '' || root.startsWith(`${folder}/`));
    if (below.includes(folder)) return folder;
    if (below.length > 0) return below.length === 1 ? below[0] : undefined;
    if (folder === '') return undefined;
  }
}

export function isNamedLikeEnvironment(file: HclFile): boolean {
  return purposeOf(nameOf(file)) !== undefined;
}

/** `prod` of `prod.tfvars`, `environments/prod.tfvars` and `prod/terraform.tfvars`. */
export function nameOf({ file: { path } }: HclFile): string {
  const name = baseName(path).replace(/(?:\.auto)?\.tfvars(?:\.json)?$/, '');
  return name === 'terraform' ? baseName(directoryOf(path)) : name;
}
