import { sourceFile } from '../../source/index.ts';
import { parseAsciidoc } from '../../syntax/asciidoc/index.ts';
import { parseMarkdown } from '../../syntax/markdown/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';
import { parseRestructuredText } from '../../syntax/restructuredtext/index.ts';
import type { FormatContext } from '../format.ts';
import { directoryOf } from '../paths.ts';

/** Endings of documents, without the dot. */
export const ENDINGS: readonly string[] = ['md', 'markdown', 'adoc', 'asciidoc', 'rst'];

/** Documents by their paths: those of the run, and others that these lead to. */
export class Shelf {
  readonly #context: FormatContext;
  readonly #documents: Map<string, ProseDocument | undefined>;

  constructor(documents: readonly ProseDocument[], context: FormatContext) {
    this.#context = context;
    this.#documents = new Map(documents.map((document) => [document.file.path, document]));
  }

  all(): readonly ProseDocument[] {
    return [...this.#documents.values()].filter((document) => document !== undefined);
  }

  /** Is there a file or folder of this path? */
  has(path: string): boolean {
    return path === '' || this.#documents.get(path) !== undefined || this.#context.exists(path);
  }

  /** Undefined for what is no document. `markup`: of the one that leads to it, which a name like `end.txt` does not tell. */
  document(path: string, markup?: ProseDocument['markup']): ProseDocument | undefined {
    if (!this.#documents.has(path)) {
      const read = readerOf(path, markup);
      const text = read && this.#context.readText(path);
      this.#documents.set(path, text === undefined ? undefined : read?.(sourceFile(path, text)));
    }
    return this.#documents.get(path);
  }

  /** The settings of the site that a document is a page of, where Sphinx makes it. */
  sphinxSettings(path: string): string | undefined {
    for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
      const settings = this.#context.readText(folder === '' ? 'conf.py' : `${folder}/conf.py`);
      if (settings !== undefined || folder === '') return settings;
    }
  }
}

function readerOf(
  path: string,
  markup: ProseDocument['markup'] | undefined,
): ((file: ProseDocument['file']) => ProseDocument) | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (/^(?:md|markdown)$/.test(ending)) return parseMarkdown;
  if (/^(?:adoc|asciidoc)$/.test(ending)) return parseAsciidoc;
  if (ending === 'rst') return parseRestructuredText;
  if (!/^(?:txt|inc)$/.test(ending)) return undefined;
  if (markup === 'asciidoc') return parseAsciidoc;
  return markup === 'restructuredtext' ? parseRestructuredText : undefined;
}
