import type { HclFile } from '../../../../syntax/hcl/index.ts';

/** Files that declare something; hidden ones and editors' copies do not count. */
export function isConfiguration(path: string): boolean {
  return /(?:^|\/)[^./][^/]*\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

/** The configuration among the files of a directory, in the order of names; what overrides comes last. */
export function configurationFiles(files: readonly HclFile[]): readonly HclFile[] {
  const paths = new Set(files.map(({ file }) => file.path));
  const counting = files.filter(({ file: { path } }) => isConfiguration(path) && !isReplaced(path, paths));
  const rank = ({ file }: HclFile): string => (isOverride(file.path) ? '1' : '0') + file.path;
  return counting.sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
}

/** OpenTofu reads `main.tofu` in the place of `main.tf`. */
function isReplaced(path: string, paths: ReadonlySet<string>): boolean {
  return paths.has(path.replace(/\.tf(?=(?:\.json)?$)/, '.tofu')) && !/\.tofu(?:\.json)?$/.test(path);
}

/** Its blocks change those of the same header in other files. */
export function isOverride(path: string): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);
}
