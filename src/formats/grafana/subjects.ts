import type { Subject } from '../../model/index.ts';
import type { Diagnostic, Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';

export type Common = Pick<Subject, 'id' | 'name' | 'format' | 'environment' | 'location'>;

/** What is made of all documents, with ids that are unique among them. */
export class Subjects {
  readonly subjects: Subject[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #uniqueId = uniqueIds();
  readonly #context: FormatContext;

  constructor(context: FormatContext) {
    this.#context = context;
  }

  /** What each subject has; `parent` is the id of what it is a part of, or the address in the file. */
  common(node: DataNode, name: string, parent?: string): Common {
    const { path } = node.document.file;
    const environment = this.#context.environmentOf(path);
    return {
      id: this.#uniqueId(parent === undefined ? `${path}:${name}` : `${parent}/${name}`),
      name,
      format: 'grafana',
      ...(environment !== undefined && { environment }),
      location: node.at,
    };
  }

  tell(code: string, message: string, location: Location): void {
    this.diagnostics.push({
      code: `grafana/${code}`,
      level: 'warning',
      message,
      path: location.file.path,
      location,
    });
  }
}
