import type { Diagnostic, SourceFile } from '../../source/index.ts';
import {
  addBuilt,
  addRepeated,
  builtDocument,
  builtList,
  builtMap,
  builtScalar,
  MAX_DEPTH,
  syntaxProblem,
  type BuiltNode,
  type Comment,
  type DataFile,
} from '../data/index.ts';

const MAX_TOLD = 20;

/**
 * Reads Fluentd's configuration: elements such as `<match app.**>`, parameters, includes. Each element is a map: its
 * parameters, `<name>`, `<argument>` and, in order, `<elements>`; the document is one without a name.
 * https://docs.fluentd.org/configuration/config-file
 */
export function parseFluentd(file: SourceFile): DataFile {
  const reader = new Reader(file);
  const root = reader.read();
  return {
    documents: [builtDocument(file, 'fluentd', root, reader.comments)],
    diagnostics: reader.diagnostics,
  };
}

class Reader {
  readonly comments: Comment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  #at = 0;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  read(): BuiltNode {
    const root = builtMap({ start: 0, end: this.#file.text.length });
    const open: { readonly name: string; readonly node: BuiltNode }[] = [{ name: '', node: root }];
    for (let line = this.#line(); line !== undefined; line = this.#line()) {
      const { text, start } = line;
      const top = open.at(-1);
      if (!top || text === '') continue;
      const span = { start, end: start + text.length };
      if (text.startsWith('#')) {
        this.comments.push({ text: text.slice(1).trim(), location: { file: this.#file, span } });
        continue;
      }
      const [, closed] = /^<\/([^>\s]+)\s*>/.exec(text) ?? [];
      if (closed !== undefined) {
        if (open.length > 1 && top.name === closed) open.pop();
        else this.#tell(start, text.length, `This ends an element ${closed} that is not open.`);
        continue;
      }
      const inner = text.startsWith('<') ? (text.slice(1).split('>', 1)[0] ?? '') : '';
      const name = /^[\w.@-]+/.exec(inner)?.[0];
      if (name === undefined) {
        this.#parameter(top.node, text, start);
        continue;
      }
      if (open.length > MAX_DEPTH) {
        this.#tell(start, text.length, `The nesting is deeper than ${MAX_DEPTH} levels.`);
        break;
      }
      open.push({ name, node: element(top.node, name, inner.slice(name.length).trim(), start, text) });
    }
    const left = open.at(-1);
    if (open.length > 1 && left)
      this.#tell(left.node.span.start, 1, `The element ${left.name} is not ended.`);
    return root;
  }

  #line(): { readonly text: string; readonly start: number } | undefined {
    const { text } = this.#file;
    if (this.#at >= text.length) return undefined;
    const next = text.indexOf('\n', this.#at);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(this.#at, end);
    const start = this.#at + (raw.length - raw.trimStart().length);
    this.#at = end + 1;
    return { text: raw.trim(), start };
  }

  #parameter(node: BuiltNode, text: string, start: number): void {
    const key = /^\S+/.exec(text)?.[0] ?? '';
    const written = text.slice(key.length).trim();
    const at = start + text.length - written.length;
    let value = written;
    let { length } = written;
    if (/^[[{"']/.test(written) && !isClosed(written)) {
      // A list, map or quoted text goes on until it is closed, at most to the end of the element.
      for (let line = this.#line(); line !== undefined; line = this.#line()) {
        if (/^<\/?\w/.test(line.text)) {
          this.#at = line.start;
          break;
        }
        value += `\n${line.text}`;
        length = line.start + line.text.length - at;
        if (/[\]}"'],?$/.test(line.text)) break;
      }
    }
    const quoted = /^"(.*)"$|^'(.*)'$/s.exec(value);
    const keySpan = { start, end: start + key.length };
    const span = written === '' ? keySpan : { start: at, end: at + length };
    addRepeated(
      node,
      key,
      builtScalar(quoted ? (quoted[1] ?? quoted[2] ?? '') : withoutComment(value), span, keySpan),
    );
  }

  #tell(start: number, length: number, message: string): void {
    if (this.diagnostics.length >= MAX_TOLD) return;
    const span = { start, end: start + length };
    this.diagnostics.push(syntaxProblem(this.#file, span, 'fluentd/syntax', message));
  }
}

function element(parent: BuiltNode, name: string, argument: string, start: number, text: string): BuiltNode {
  const span = { start, end: start + text.length };
  const node = builtMap(span, span);
  addBuilt(node, '<name>', builtScalar(name, span, span));
  addBuilt(node, '<argument>', builtScalar(argument, span, span));
  let list = parent.children.get('<elements>');
  if (!list) {
    list = builtList(span, span);
    addBuilt(parent, '<elements>', list);
  }
  addBuilt(list, undefined, node);
  return node;
}

/** Does a list, map or quoted text end on its first line? */
function isClosed(text: string): boolean {
  const last = text.at(-1);
  if (text.startsWith('[')) return last === ']';
  if (text.startsWith('{')) return last === '}';
  return text.length > 1 && last === text[0];
}

/** A comment after a value needs a blank before it. */
function withoutComment(text: string): string {
  const at = text.search(/\s#(?!\{)/);
  return at < 0 ? text : text.slice(0, at).trim();
}
