import { sourceFile, type Diagnostic, type Location, type Span } from '../source/index.ts';
import { innerText, relocated, type DataDocument } from '../syntax/data/index.ts';
import { parseJson } from '../syntax/json/index.ts';
import { parseYaml } from '../syntax/yaml/index.ts';
import type { HolderFacts } from '../model/index.ts';
import { heldTexts, holderOf, type HeldFormat } from './cluster-objects.ts';
import { rootNode, type DataNode } from './data-node.ts';

/**
 * Finds places inside a scalar's value in the file, whatever its style. YAML's folding, indentation and chomping change
 * blanks and line ends only, so the n-th other character of the value is the n-th one of the source.
 */
export function scalarPlaces(node: DataNode): (span: Span) => Location {
  const whole = node.at;
  const value = node.text ?? '';
  const { file, span } = whole;
  let offsets: number[] | undefined;
  let ranks: Uint32Array | undefined;
  return ({ start, end }) => {
    if (start === 0 && end === value.length) return whole;
    offsets ??= visibleOffsets(file.text, span);
    ranks ??= visibleRanks(value);
    const from = offsets[ranks[start] ?? 0];
    const to = offsets[(ranks[Math.min(end, value.length)] ?? 0) - 1];
    if (from === undefined || to === undefined || to < from) return whole;
    return { file, span: { start: from, end: to + 1 } };
  };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** For each position of a text, and its end: how many visible characters stand before it. */
function visibleRanks(text: string): Uint32Array {
  const ranks = new Uint32Array(text.length + 1);
  for (let i = 0, rank = 0; i < text.length; i++) {
    if (!isBlank(text.charCodeAt(i))) rank++;
    ranks[i + 1] = rank;
  }
  return ranks;
}

/** Source offsets of the characters of a scalar that are no blanks, without its header, quotes and escapes. */
function visibleOffsets(text: string, span: Span): number[] {
  const first = text.charAt(span.start);
  if (first === '"') return doubleQuoted(text, span);
  const single = first === "'";
  let at = span.start;
  let end = span.end;
  if (first === '|' || first === '>' || text.startsWith('<<', at)) {
    const line = text.indexOf('\n', at);
    at = line < 0 || line > end ? end : line;
  } else if (single) {
    at++;
    end--;
  }
  const offsets: number[] = [];
  for (; at < end; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    offsets.push(at);
    if (single && text.startsWith("''", at)) at++;
  }
  return offsets;
}

const BLANK_ESCAPES = 'tnr \tN_LP';
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleQuoted(text: string, span: Span): number[] {
  const offsets: number[] = [];
  for (let at = span.start + 1; at < span.end - 1; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    if (text.charAt(at) !== '\\') {
      offsets.push(at);
      continue;
    }
    const escape = text.charAt(at + 1);
    const digits = HEX[escape] ?? 0;
    const code = parseInt(text.slice(at + 2, at + 2 + digits), 16);
    const visible =
      digits > 0 ? !isBlank(code) : !BLANK_ESCAPES.includes(escape) && escape !== '\n' && escape !== '\r';
    if (visible) offsets.push(at);
    if (digits > 0 && code > 0xffff) offsets.push(at);
    at += 1 + digits;
  }
  return offsets;
}

/**
 * The JSON or YAML that a text holds, with every place of it in the file around. The lines of a literal block stand
 * as they are written; of other texts each character is looked for.
 */
export function innerDocument(node: DataNode): DataDocument | undefined {
  const { text, at } = node;
  if (text === undefined) return undefined;
  const literal = at.file.text.startsWith('|', at.span.start);
  const inner = literal ? innerText(text, at) : { file: sourceFile(at.file.path, text), move: undefined };
  const parse = text.trimStart().startsWith('{') ? parseJson : parseYaml;
  const [document] = parse(inner.file).documents;
  const placeOf = scalarPlaces(node);
  return document && relocated(document, inner.move ?? (({ span }) => placeOf(span)));
}

interface OpenedDocuments {
  readonly documents: readonly DataDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** What holds those that no file is all of. */
  readonly holders: ReadonlyMap<DataDocument, HolderFacts>;
}

/** Documents of a format, where what ConfigMaps and Secrets hold for it stands in place of these; what cannot be read is told. */
export function openedDocuments(
  documents: readonly DataDocument[],
  format: HeldFormat,
  isOfFormat: (document: DataDocument) => boolean,
): OpenedDocuments {
  const holders = new Map<DataDocument, HolderFacts>();
  const diagnostics: Diagnostic[] = [];
  const opened = documents.flatMap((document) => {
    const texts = heldTexts(rootNode(document), format);
    if (texts.length === 0) return [document];
    return texts.flatMap((node) => {
      const inner = innerDocument(node);
      if (inner) {
        holders.set(inner, holderOf(rootNode(document), node.label));
        return isOfFormat(inner) ? [inner] : [];
      }
      const { path } = document.file;
      const message = `What ${node.label} holds could not be read.`;
      diagnostics.push({
        code: `${format}/embedded`,
        level: 'warning',
        message,
        path,
        location: node.header,
      });
      return [];
    });
  });
  return { documents: opened, diagnostics, holders };
}
