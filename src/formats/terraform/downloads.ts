import { sourceFile } from '../../source/index.ts';
import { hclOfJson, parseHcl, type HclFile } from '../../syntax/hcl/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import type { FormatContext } from '../format.ts';

/** Modules that `terraform init` downloaded: discovery does not enter their folders, so they are read when called. */
export class Downloads {
  private readonly context: FormatContext;
  private readonly directories = new Map<string, readonly HclFile[] | undefined>();

  constructor(context: FormatContext) {
    this.context = context;
  }

  /** The configuration in a folder below `.terraform/modules`; undefined for other folders, and where there is none. */
  get(directory: string): readonly HclFile[] | undefined {
    if (!/(?:^|\/)\.terraform\/modules\//.test(directory)) return undefined;
    if (!this.directories.has(directory)) {
      const files = this.read(directory);
      this.directories.set(directory, files.length > 0 ? files : undefined);
    }
    return this.directories.get(directory);
  }

  private read(directory: string): readonly HclFile[] {
    return (this.context.filesBelow(directory) ?? []).flatMap((path) => {
      const isHere = !path.slice(directory.length + 1).includes('/');
      if (!isHere || !/\.(?:tf|tofu)(?:\.json)?$/.test(path)) return [];
      const text = this.context.readText(path);
      if (text === undefined) return [];
      const file = sourceFile(path, text);
      return path.endsWith('.json') ? parseJson(file).documents.map(hclOfJson) : [parseHcl(file)];
    });
  }
}
