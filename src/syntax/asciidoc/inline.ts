import type { Span } from '../../source/index.ts';
import { joinLines, type Parts, type ProseLink } from '../prose/index.ts';
import { resolved, type Attributes } from './attributes.ts';

/** Marks within a line: code, links of all sorts, anchors, references to attributes. Lengths are bounded, so that a search is short. */
const MARKS = new RegExp(
  [
    /`\+?(?<code>[^`\n]{1,1000}?)\+?`/,
    /<<(?<reference>[^<>]{1,500})>>/,
    /\[\[(?<anchor>[^[\]]{1,200})\]\]/,
    /(?<![\w-])(?<macro>xref|link|image|mailto|anchor|footnote|kbd|btn|menu|icon|pass|stem):(?!:)(?<target>[^\s[\]]{0,1000})\[(?<label>[^[\]]{0,1000})\]/,
    /(?<url>(?:https?|ftp|irc|mailto):[^\s[\]<>"]{1,1000})(?:\[(?<urlLabel>[^[\]]{0,1000})\])?/,
    /\+\+(?<pass>\+?[^+\n]{1,1000}\+?)\+\+/,
    /\{(?<attribute>\w[\w-]{0,100})\}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'dgi',
);

/** Reads the marks in lines of text; gives the text as people read it. */
export function readInline(
  parts: Parts,
  lines: readonly Span[],
  attributes: Attributes,
  prose: boolean,
): string {
  const reader = new InlineReader(parts, lines, attributes, prose);
  for (const match of reader.text.matchAll(MARKS)) reader.mark(match);
  return reader.end();
}

class InlineReader {
  readonly text: string;
  readonly #parts: Parts;
  readonly #attributes: Attributes;
  readonly #prose: boolean;
  readonly #inFile: (span: Span) => Span;
  readonly #read: string[] = [];
  #end = 0;

  constructor(parts: Parts, lines: readonly Span[], attributes: Attributes, prose: boolean) {
    const joined = joinLines(parts.file.text, lines);
    this.text = joined.text;
    this.#inFile = (span) => joined.inFile(span);
    this.#parts = parts;
    this.#attributes = attributes;
    this.#prose = prose;
  }

  mark(match: RegExpExecArray): void {
    const groups = match.groups ?? {};
    const { code, attribute } = groups;
    const value = attribute === undefined ? undefined : this.#attributes.get(attribute.toLowerCase());
    // What the document does not set may be text.
    if (attribute !== undefined && value === undefined) return;
    this.#take(this.#end, match.index);
    this.#end = match.index + match[0].length;
    if (value !== undefined) this.#read.push(value);
    else if (code !== undefined) {
      const span = this.#inFile({ start: match.index, end: this.#end });
      this.#parts.codeSpans.push({ text: code, location: { file: this.#parts.file, span } });
      this.#read.push(code);
    } else this.#places(groups['macro'] ?? '', (name) => spanOf(match.indices?.groups?.[name]));
  }

  end(): string {
    this.#take(this.#end, this.text.length);
    return plain(this.#read.join(''));
  }

  #places(macro: string, place: (name: string) => Span | undefined): void {
    const [reference, anchor, url, target] = ['reference', 'anchor', 'url', 'target'].map(place);
    if (reference) this.#reference(reference);
    else if (anchor) this.#anchor(anchor);
    else if (url) this.#link('autolink', this.#slice(url).replace(/[.,;:!?)]{1,9}$/, ''), url);
    else if (target) this.#macro(macro.toLowerCase(), target);
    const label = place('label') ?? place('urlLabel');
    if (label) this.#take(label.start, label.end);
  }

  #macro(macro: string, target: Span): void {
    const written = this.#slice(target);
    if (macro === 'xref') this.#link('link', crossReference(written), target);
    else if (macro === 'link') this.#link('link', written, target);
    else if (macro === 'image') this.#link('image', imageTarget(written, this.#attributes), target);
    else if (macro === 'anchor') this.#anchor(target);
  }

  /** `<<rollback,the way back>>` */
  #reference(span: Span): void {
    const written = this.#slice(span);
    const comma = written.indexOf(',');
    const end = comma < 0 ? span.end : span.start + comma;
    this.#link('link', crossReference(written.slice(0, end - span.start).trim()), { start: span.start, end });
    if (comma >= 0) this.#take(end + 1, span.end);
  }

  #anchor(span: Span): void {
    const comma = this.#slice(span).indexOf(',');
    const end = comma < 0 ? span.end : span.start + comma;
    this.#parts.anchors.push(this.#parts.piece(this.#inFile({ start: span.start, end })));
  }

  #link(kind: ProseLink['kind'], target: string, at: Span): void {
    const location = { file: this.#parts.file, span: this.#inFile(at) };
    this.#parts.links.push({ kind, target: resolved(target, this.#attributes), location });
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

function spanOf(indices: [number, number] | undefined): Span | undefined {
  return indices && { start: indices[0], end: indices[1] };
}

/** `rollback` names a place in this document, `other.adoc#rollback` and `other.adoc` one elsewhere. */
function crossReference(target: string): string {
  if (target.includes('#') || /\.\w{2,8}$/.test(target) || /^[a-z][a-z0-9+.-]*:/i.test(target)) return target;
  return `#${target}`;
}

/** Images stand in the folder that the document names for them. */
export function imageTarget(target: string, attributes: Attributes): string {
  const folder = attributes.get('imagesdir') ?? '';
  return folder === '' || /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(target) ? target : `${folder}/${target}`;
}

/** Without the marks of emphasis. */
function plain(text: string): string {
  return text
    .replace(/[*#`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
