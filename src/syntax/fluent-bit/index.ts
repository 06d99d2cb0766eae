import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import {
  addBuilt,
  addRepeated,
  builtDocument,
  builtList,
  builtMap,
  builtScalar,
  syntaxProblem,
  type BuiltNode,
  type Comment,
  type DataFile,
} from '../data/index.ts';

/** Sections and where they stand in Fluent Bit's YAML, whose tree this gives, too. */
const SECTIONS: Readonly<Record<string, readonly [within: 'pipeline' | undefined, key: string]>> = {
  input: ['pipeline', 'inputs'],
  filter: ['pipeline', 'filters'],
  output: ['pipeline', 'outputs'],
  parser: [undefined, 'parsers'],
  multiline_parser: [undefined, 'multiline_parsers'],
};

const MAX_TOLD = 20;

/**
 * Reads Fluent Bit's classic configuration: `[SECTION]`, then lines of a key and its value. Gives the tree of its YAML
 * form, with keys in lower case; a key that is repeated has a list. `@INCLUDE` is under `includes`, `@SET` under `env`.
 */
export function parseFluentBit(file: SourceFile): DataFile {
  const whole = { start: 0, end: file.text.length };
  const root = builtMap(whole);
  const comments: Comment[] = [];
  const diagnostics: Diagnostic[] = [];
  let section: BuiltNode | undefined;
  for (const line of linesOf(file.text)) {
    const { text, start } = line;
    const span = { start, end: start + text.length };
    if (text === '') continue;
    if (text.startsWith('#')) comments.push({ text: text.slice(1).trim(), location: { file, span } });
    else if (text.startsWith('@')) directive(root, text, start);
    else if (text.startsWith('[')) section = openSection(root, text, span);
    else if (section) setting(section, text, start);
    else if (diagnostics.length < MAX_TOLD)
      diagnostics.push(
        syntaxProblem(file, span, 'fluent-bit/syntax', 'This line stands in no section; it was left out.'),
      );
  }
  return { documents: [builtDocument(file, 'fluent-bit', root, comments)], diagnostics };
}

interface Line {
  /** Without the blanks around it. */
  readonly text: string;
  readonly start: number;
}

function* linesOf(text: string): Generator<Line> {
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(at, end);
    yield { text: raw.trim(), start: at + (raw.length - raw.trimStart().length) };
    at = end + 1;
  }
}

function openSection(root: BuiltNode, text: string, span: Span): BuiltNode {
  const name = text.slice(1).split(']', 1)[0]?.trim().toLowerCase() ?? '';
  const section = builtMap(span, span);
  if (name === 'service') {
    const before = root.children.get('service');
    if (before) return before;
    addBuilt(root, 'service', section);
    return section;
  }
  const [within, key] = Object.hasOwn(SECTIONS, name)
    ? (SECTIONS[name] ?? [undefined, name])
    : [undefined, name];
  const parent = within === undefined ? root : childOf(root, within, builtMap(span, span));
  addBuilt(childOf(parent, key, builtList(span, span)), undefined, section);
  return section;
}

function childOf(parent: BuiltNode, key: string, otherwise: BuiltNode): BuiltNode {
  const child = parent.children.get(key);
  if (child && typeof child.value === 'object') return child;
  addBuilt(parent, key, otherwise);
  return otherwise;
}

function setting(section: BuiltNode, text: string, start: number): void {
  const key = /^\S+/.exec(text)?.[0] ?? '';
  const value = text.slice(key.length).trim();
  const at = start + text.length - value.length;
  const keySpan = { start, end: start + key.length };
  const span = value === '' ? keySpan : { start: at, end: at + value.length };
  addRepeated(section, key.toLowerCase(), builtScalar(value, span, keySpan));
  section.span = { start: section.span.start, end: span.end };
}

/** `@INCLUDE path`, `@SET name=value`. */
function directive(root: BuiltNode, text: string, start: number): void {
  const name = /^@\S*/.exec(text)?.[0] ?? '@';
  const rest = text.slice(name.length).trim();
  const at = start + text.length - rest.length;
  const span = { start: at, end: at + rest.length };
  if (name.toLowerCase() === '@include')
    addBuilt(childOf(root, 'includes', builtList(span, span)), undefined, builtScalar(rest, span, span));
  if (name.toLowerCase() !== '@set') return;
  const [key = '', value = ''] = rest.split('=', 2);
  addBuilt(childOf(root, 'env', builtMap(span, span)), key.trim(), builtScalar(value.trim(), span, span));
}
