import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import {
  addBuilt,
  addRepeated,
  builtDocument,
  builtMap,
  builtScalar,
  syntaxProblem,
  type BuiltNode,
  type Comment,
  type DataFile,
} from '../data/index.ts';

const MAX_TOLD = 20;

/**
 * Reads what units of systemd, pgBackRest, Barman and files of variables share: `[section]`, then `key=value`. Gives a
 * map of sections; what stands before the first is at the top. A section that comes again goes on, and a key that is
 * repeated has a list. A backslash at the end of a line goes on in the next, as systemd has it
 * (https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html).
 */
export function parseIni(file: SourceFile): DataFile {
  const root = builtMap({ start: 0, end: file.text.length });
  const comments: Comment[] = [];
  const diagnostics: Diagnostic[] = [];
  let section = root;
  for (const { text, span } of linesOf(file.text)) {
    if (/^[#;]/.test(text)) {
      comments.push({ text: text.replace(/^[#;]+/, '').trim(), location: { file, span } });
      continue;
    }
    const name = /^\[([^\]\n]{1,200})\]/.exec(text)?.[1]?.trim();
    if (name !== undefined) section = opened(root, name, span);
    else if (!setting(section, text, span) && diagnostics.length < MAX_TOLD)
      diagnostics.push({
        ...syntaxProblem(
          file,
          span,
          'ini/syntax',
          'This line is no section and sets no key; it was left out.',
        ),
        level: 'warning',
      });
  }
  return { documents: [builtDocument(file, 'ini', root, comments)], diagnostics };
}

interface Line {
  /** Without the blanks around it, and with those that go on in one. */
  readonly text: string;
  readonly span: Span;
}

function* linesOf(text: string): Generator<Line> {
  let open: { text: string; span: Span } | undefined;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(at, end);
    const line = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    const span = { start, end: start + line.length };
    at = end + 1;
    // Comments between lines that go on are left out.
    if (open && /^[#;]/.test(line)) continue;
    if (line === '' && !open) continue;
    const goesOn = line.endsWith('\\');
    const own = goesOn ? line.slice(0, -1).trimEnd() : line;
    const whole: { text: string; span: Span } = open
      ? { text: `${open.text} ${own}`, span: { start: open.span.start, end: span.end } }
      : { text: own, span };
    open = undefined;
    if (goesOn && !/^[#;]/.test(line)) open = whole;
    else yield whole;
  }
  if (open) yield open;
}

function opened(root: BuiltNode, name: string, span: Span): BuiltNode {
  const before = root.children.get(name);
  if (before && typeof before.value === 'object' && !Array.isArray(before.value)) return before;
  const section = builtMap(span, span);
  addBuilt(root, name, section);
  return section;
}

/** `key=value`, `export` before it is a shell's; PostgreSQL's needs no sign between them, and may quote the value. */
function setting(section: BuiltNode, text: string, { start, end }: Span): boolean {
  const [whole, key = ''] =
    /^(?:export[ \t]+)?([\w.:@-]{1,200})[ \t]*=[ \t]*/.exec(text) ??
    /^([a-z_]{1,100})[ \t]+(?=['\w])/.exec(text) ??
    [];
  if (whole === undefined) return false;
  const value = text.slice(whole.length);
  const keySpan = { start, end: start + key.length };
  const span = value === '' ? keySpan : { start: start + whole.length, end };
  addRepeated(section, key, builtScalar(value, span, keySpan));
  section.span = { start: section.span.start, end: Math.max(section.span.end, end) };
  return true;
}
