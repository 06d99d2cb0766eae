import type { Diagnostic } from '../../../source/index.ts';
import type { HclFile } from '../../../syntax/hcl/index.ts';

/** Variable files that the caller names, as `-var-file` gives them to Terraform. */
export class GivenFiles {
  private readonly paths: readonly string[];
  private readonly files: readonly HclFile[];
  private readonly used = new Set<HclFile>();

  /** Those of `paths` among the files, in the order of `paths`. */
  constructor(files: readonly HclFile[], paths: readonly string[]) {
    const byPath = new Map(files.map((file) => [file.file.path, file]));
    this.paths = [...new Set(paths)];
    this.files = this.paths.flatMap((path) => byPath.get(path) ?? []);
  }

  has(file: HclFile): boolean {
    return this.files.includes(file);
  }

  /** Those that set at least one variable of this root. */
  of(configuration: readonly HclFile[]): readonly HclFile[] {
    const declared = new Set(
      configuration.flatMap(({ body }) =>
        body.blocks.flatMap(({ type, labels }) => (type === 'variable' ? (labels[0]?.value ?? []) : [])),
      ),
    );
    const fitting = this.files.filter(({ body }) => body.attributes.some(({ name }) => declared.has(name)));
    for (const file of fitting) this.used.add(file);
    return fitting;
  }

  /** One for each path that no root took anything from: most likely the caller means another file. */
  unused(): readonly Diagnostic[] {
    const used = new Set([...this.used].map(({ file }) => file.path));
    return this.paths
      .filter((path) => !used.has(path))
      .map((path) => ({
        code: 'terraform/variable-file-unused',
        level: 'warning',
        message: `No Terraform configuration that is checked takes a variable from "${path}".`,
        path,
      }));
  }
}
