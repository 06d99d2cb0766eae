import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
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
import { tokensOf, type Token } from './token.ts';

/**
 * Reads pipelines of Logstash: the sections `input`, `filter` and `output` are lists of plugins, each a map of its settings with
 * `<name>`. What stands below a condition is in the list, too, and has `<condition>`.
 * https://www.elastic.co/docs/reference/logstash/configuration-file-structure
 */
export function parseLogstash(file: SourceFile): DataFile {
  const reader = new Reader(file);
  const root = reader.read();
  const comments = reader.comments;
  return { documents: [builtDocument(file, 'logstash', root, comments)], diagnostics: reader.diagnostics };
}

class Reader {
  readonly comments: readonly Comment[];
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    const all = tokensOf(file.text);
    this.#tokens = all.filter(({ kind }) => kind !== 'comment' && kind !== 'open');
    const open = all.find(({ kind }) => kind === 'open');
    if (open)
      this.#tell(
        { start: open.start, end: open.start + 1 },
        'This text is never closed; the rest was left out.',
      );
    this.comments = all
      .filter(({ kind }) => kind === 'comment')
      .map(({ value: text, start, end }) => ({ text, location: { file, span: { start, end } } }));
  }

  read(): BuiltNode {
    const root = builtMap({ start: 0, end: this.#file.text.length });
    for (let token = this.#take(); token; token = this.#take()) {
      const section = root.children.get(token.value) ?? builtList(token, token);
      if (!/^(?:input|filter|output)$/.test(token.value) || !this.#is('{')) {
        this.#tell(token, `Expected input, filter or output, but found ${token.value.slice(0, 40)}.`);
        continue;
      }
      this.#next++;
      if (!root.children.has(token.value)) addBuilt(root, token.value, section);
      this.#plugins(section, undefined, 0);
    }
    return root;
  }

  /** Up to the brace that ends a section or a condition. */
  #plugins(list: BuiltNode, condition: Span | undefined, depth: number): void {
    for (let token = this.#take(); token && token.value !== '}'; token = this.#take()) {
      if (token.kind === 'word' && (token.value === 'if' || token.value === 'else')) {
        const from = this.#next;
        while (this.#peek() && !this.#is('{')) this.#next++;
        const last = this.#tokens[this.#next - 1] ?? token;
        this.#next++;
        if (depth < MAX_DEPTH)
          this.#plugins(list, { start: this.#tokens[from]?.start ?? token.start, end: last.end }, depth + 1);
        else this.#tell(token, 'Conditions nest too deeply to be read.');
      } else if (token.kind === 'word' && this.#is('{')) this.#plugin(list, token, condition, depth);
      else this.#tell(token, `Expected a plugin, but found ${token.value.slice(0, 40)}.`);
    }
  }

  #plugin(list: BuiltNode, name: Token, condition: Span | undefined, depth: number): void {
    const node = builtMap(name, name);
    addBuilt(node, '<name>', builtScalar(name.value, name, name));
    if (condition)
      addBuilt(
        node,
        '<condition>',
        builtScalar(this.#file.text.slice(condition.start, condition.end), condition),
      );
    this.#next++;
    this.#settings(node, depth + 1);
    addBuilt(list, undefined, node);
  }

  /** `name => value`, up to the brace that ends them; of one name several are a list. */
  #settings(node: BuiltNode, depth: number): void {
    for (let key = this.#take(); key && key.value !== '}'; key = this.#take()) {
      if (key.value === ',') continue;
      if (!this.#is('=>')) {
        this.#tell(key, `Expected => behind ${key.value.slice(0, 40)}.`);
        continue;
      }
      this.#next++;
      const value = this.#value(key, depth);
      if (value) addRepeated(node, key.value, value);
    }
    const last = this.#tokens[this.#next - 1];
    if (last) node.span = { start: node.span.start, end: last.end };
  }

  #value(key: Token | undefined, depth: number): BuiltNode | undefined {
    const token = this.#take();
    if (!token) return undefined;
    if (depth > MAX_DEPTH) {
      this.#tell(token, 'Settings nest too deeply to be read.');
      return undefined;
    }
    if (token.value === '[' && token.kind === 'sign') {
      const list = builtList(token, key);
      while (this.#peek() && !this.#is(']')) {
        if (this.#is(',')) this.#next++;
        else {
          const item = this.#value(undefined, depth + 1);
          if (item) addBuilt(list, undefined, item);
        }
      }
      list.span = { start: token.start, end: this.#take()?.end ?? token.end };
      return list;
    }
    const named = token.kind === 'word' && this.#is('{');
    if (!named && !(token.kind === 'sign' && token.value === '{'))
      return builtScalar(plain(token), token, key);
    const map = builtMap(token, key);
    if (named) {
      addBuilt(map, '<name>', builtScalar(token.value, token, token));
      this.#next++;
    }
    this.#settings(map, depth + 1);
    return map;
  }

  #take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #is(sign: string): boolean {
    const token = this.#peek();
    return token?.kind === 'sign' && token.value === sign;
  }

  #tell({ start, end }: Span, message: string): void {
    if (this.diagnostics.length < MAX_TOLD)
      this.diagnostics.push(syntaxProblem(this.#file, { start, end }, 'logstash/syntax', message));
  }
}

const MAX_TOLD = 20;

function plain({ kind, value }: Token): string | number | boolean {
  if (kind !== 'word') return value;
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  return value === 'true' || value === 'false' ? value === 'true' : value;
}
