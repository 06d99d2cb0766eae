import type { Span } from '../../source/index.ts';
import { joinLines, type Parts, type ProseLink } from '../prose/index.ts';
import { docutilsId, normalName } from './names.ts';

/** Marks within a line; lengths are bounded, so that a search is short. */
const MARKS = new RegExp(
  [
    /``(?<code>[^\n]{1,1000}?)``(?!`)/,
    /:(?<role>[a-z][\w.+:-]{0,60}):`(?<content>[^`]{1,1000})`/,
    /`(?<link>[^`]{1,1000})`__?\b/,
    /_`(?<target>[^`]{1,200})`/,
    /`(?<plain>[^`]{1,1000})`/,
    /(?<url>(?:https?|ftp):\/\/[^\s<>"`\\]{1,1000})/,
    /\|(?<substitution>[a-z][^|\n]{0,60})\|_{0,2}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'dgi',
);

/** Roles whose content is code. */
const CODE = new Set([
  'code',
  'command',
  'program',
  'file',
  'kbd',
  'envvar',
  'option',
  'samp',
  'literal',
  'path',
]);
/** Roles whose content leads somewhere in the same site, and how. */
const LABELS = new Set(['ref', 'numref', 'std:ref']);

/** Reads the marks in lines of text; gives the text as people read it. */
export function readInline(parts: Parts, lines: readonly Span[], prose: boolean): string {
  const reader = new InlineReader(parts, lines, prose);
  for (const match of reader.text.matchAll(MARKS)) reader.mark(match);
  return reader.end();
}

class InlineReader {
  readonly text: string;
  readonly #parts: Parts;
  readonly #prose: boolean;
  readonly #inFile: (span: Span) => Span;
  readonly #read: string[] = [];
  #end = 0;

  constructor(parts: Parts, lines: readonly Span[], prose: boolean) {
    const joined = joinLines(parts.file.text, lines);
    this.text = joined.text;
    this.#inFile = (span) => joined.inFile(span);
    this.#parts = parts;
    this.#prose = prose;
  }

  mark(match: RegExpExecArray): void {
    const groups = match.groups ?? {};
    const place = (name: string): Span => {
      const [start, end] = match.indices?.groups?.[name] ?? [match.index, match.index];
      return { start, end };
    };
    this.#take(this.#end, match.index);
    this.#end = match.index + match[0].length;
    if (groups['code'] !== undefined) this.#code(groups['code'], { start: match.index, end: this.#end });
    else if (groups['role'] !== undefined) this.#role(groups['role'].toLowerCase(), place('content'));
    else if (groups['link'] !== undefined) this.#reference(place('link'));
    else if (groups['target'] !== undefined) {
      this.#parts.anchors.push(this.#parts.piece(this.#inFile(place('target'))));
      this.#takePlace(place('target'));
    } else if (groups['url'] !== undefined) {
      const url = place('url');
      this.#link('autolink', this.#slice(url).replace(/[.,;:!?)]{1,9}$/, ''), url);
    } else if (groups['plain'] !== undefined) this.#takePlace(place('plain'));
  }

  end(): string {
    this.#take(this.#end, this.text.length);
    return this.#read.join('').replace(/\*/g, '').replace(/\s+/g, ' ').trim();
  }

  #code(text: string, span: Span): void {
    this.#parts.codeSpans.push({ text, location: { file: this.#parts.file, span: this.#inFile(span) } });
    this.#read.push(text);
  }

  #role(role: string, content: Span): void {
    if (CODE.has(role)) {
      this.#code(this.#slice(content), content);
      return;
    }
    const { label, target } = this.#split(content);
    if (LABELS.has(role)) this.#link('label', normalName(this.#slice(target)), target);
    else if (role === 'doc') this.#link('link', `${this.#slice(target)}.rst`, target);
    else if (role === 'download') this.#link('link', this.#slice(target), target);
    if (label) this.#takePlace(label);
    else if (target.end > target.start) this.#read.push(this.#slice(target));
  }

  /** `` `the plan <plan.rst>`_ ``, or the name of something in this document. */
  #reference(content: Span): void {
    const { label, target } = this.#split(content);
    const written = this.#slice(target);
    if (!label) this.#link('link', `#${docutilsId(written)}`, target);
    else if (/^[^\\]*_$/.test(written)) this.#link('link', `#${docutilsId(written.slice(0, -1))}`, target);
    else this.#link('link', written, target);
    this.#takePlace(label ?? content);
  }

  /** `text <target>`, or a target alone. */
  #split(content: Span): { readonly label?: Span; readonly target: Span } {
    const text = this.#slice(content);
    const open = text.endsWith('>') ? text.lastIndexOf('<') : -1;
    if (open < 0) return { target: content };
    const target = { start: content.start + open + 1, end: content.end - 1 };
    return open === 0 ? { target } : { label: { start: content.start, end: content.start + open }, target };
  }

  #link(kind: ProseLink['kind'], target: string, at: Span): void {
    this.#parts.links.push({ kind, target, location: { file: this.#parts.file, span: this.#inFile(at) } });
  }

  #takePlace({ start, end }: Span): void {
    this.#take(start, end);
  }

  #take(start: number, end: number): void {
    if (end <= start) return;
    this.#read.push(this.text.slice(start, end));
    if (this.#prose) this.#parts.prose.push(this.#parts.piece(this.#inFile({ start, end })));
  }

  #slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}
