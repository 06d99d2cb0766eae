import type { Documents, Format, Syntax } from '../formats/index.ts';
import type { Host } from '../io/index.ts';
import type { Diagnostic, SourceFile } from '../source/index.ts';
import { overBudget } from './budget.ts';
import { loadParser, type Comment, type Parsed, type Parser } from './parsers.ts';
import { digest, readBinary, readText, type ReadText } from './read.ts';
import { isNamedOnly, syntaxByText, syntaxOf, type FileSyntax } from './syntax.ts';
import { walk, type WalkOptions } from './walk.ts';

/** One file that discovery met, read or not. */
export interface DiscoveredFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256?: string;
  /** Ids of the formats that claimed its documents. */
  readonly formats: readonly string[];
  /** Why nothing of it was examined. */
  readonly reason?: string;
  readonly unreadable: boolean;
}

/** What may be a plan: data, or Markdown. */
type PlanDocument = Documents['data'] | Documents['prose'];

/** All documents that one format claimed, in the order of their files. */
export interface Claimed {
  readonly format: Format;
  readonly documents: Documents[Syntax][];
}

export interface Discovery {
  readonly files: readonly DiscoveredFile[];
  /** By format id. Who has read a format's documents may delete them: trees are half of all that a run holds. */
  readonly claimed: Map<string, Claimed>;
  /** What names the content of each file that a format claimed. */
  readonly hashes: ReadonlyMap<SourceFile, string>;
  readonly plans: readonly PlanDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that may be waivers. */
  readonly comments: readonly Comment[];
}

export interface DiscoverOptions extends WalkOptions {
  readonly formats: readonly Format[];
  readonly isPlan: (document: PlanDocument) => boolean;
  /** Which comments to keep. */
  readonly isWaiver: (comment: string) => boolean;
  readonly onFile?: (done: number, total: number) => void;
}

/** Walks, reads and parses; hands each document to the format that knows it. One bad file is one diagnostic. */
export async function discover(host: Host, options: DiscoverOptions): Promise<Discovery> {
  const files: DiscoveredFile[] = [];
  const plans: PlanDocument[] = [];
  const claimed = new Map<string, Claimed>();
  const diagnostics: Diagnostic[] = [];
  const comments: Comment[] = [];
  const hashes = new Map<SourceFile, string>();
  const parsers = new Map<FileSyntax, Parser>();
  const walked = walk(host, options);
  for (const [index, { path, obstacle }] of walked.entries()) {
    options.onFile?.(index, walked.length);
    const named = syntaxOf(path);
    if (obstacle || named === undefined) {
      const reason = obstacle?.reason ?? 'Planproof reads no files of this name.';
      if (obstacle) diagnostics.push({ code: obstacle.code, level: obstacle.level, message: reason, path });
      files.push({ path, bytes: 0, formats: [], unreadable: obstacle?.level === 'error', reason });
      continue;
    }
    const { text, syntax, reason } = open(host, path, named);
    if (syntax === undefined) {
      diagnostics.push(...warnedOf(text));
      files.push({ path, bytes: sizeOf(text), formats: [], unreadable: false, reason });
      continue;
    }
    if (!text.ok) {
      diagnostics.push(text.diagnostic);
      files.push({ path, bytes: text.bytes, formats: [], unreadable: true, reason: text.reason });
      continue;
    }
    const parser = parsers.get(syntax) ?? (await loadParser(syntax));
    parsers.set(syntax, parser);
    const parsed = parseSafely(parser, text.file, text.bytes);
    const owned = parsed.documents.map((item) => ownedBy(item, options));
    const judged = owned.filter(({ plan, format }) => plan ?? format);
    const tooMany = overBudget(text.file, syntax, judged);
    if (tooMany) {
      diagnostics.push(tooMany);
      files.push({ path, bytes: text.bytes.length, formats: [], unreadable: true, reason: tooMany.message });
      continue;
    }
    for (const diagnostic of parsed.diagnostics) diagnostics.push(diagnostic);
    for (const comment of parsed.comments) if (options.isWaiver(comment.text)) comments.push(comment);
    const formats = new Set<string>();
    for (const each of owned)
      for (const id of await take(each, options.formats, claimed, plans)) formats.add(id);
    const sha256 = digest(text.bytes);
    if (formats.size > 0) hashes.set(text.file, sha256);
    const unreadable = parsed.diagnostics.some((diagnostic) => diagnostic.level === 'error');
    files.push({
      path,
      bytes: text.bytes.length,
      sha256,
      formats: [...formats].sort(),
      unreadable,
      ...(formats.size === 0 && { reason: whyNothing(path, parsed.diagnostics) }),
    });
  }
  return { files, claimed, hashes, plans, diagnostics, comments };
}

/** Whose a document is: the plan's, a format's, both or nobody's. */
interface Owned {
  readonly item: Parsed['documents'][number];
  readonly plan: PlanDocument | undefined;
  readonly format: Format | undefined;
}

function ownedBy(item: Parsed['documents'][number], { formats, isPlan }: DiscoverOptions): Owned {
  const plan = mayBePlan(item) && isPlan(item.document) ? item.document : undefined;
  // A plan that is written for people is one of the documents, too, with steps and links.
  return { item, plan, format: plan && item.syntax === 'data' ? undefined : formatOf(item, formats) };
}

/** Gives a document to the plans and to its format, and what stands inside it to others; returns the ids of all. */
async function take(
  { item, plan, format }: Owned,
  formats: readonly Format[],
  claimed: Map<string, Claimed>,
  plans: PlanDocument[],
): Promise<readonly string[]> {
  if (plan) plans.push(plan);
  const others = format ? await claimAll(item, format, formats, claimed) : [];
  return [...(plan ? ['deployment-plan'] : []), ...others.map(({ id }) => id)];
}

function mayBePlan(
  item: Parsed['documents'][number],
): item is Extract<Parsed['documents'][number], { syntax: 'data' | 'prose' }> {
  return item.syntax === 'data' || item.syntax === 'prose';
}

/** Any program may have files of such names: what cannot be read as text is none of ours. */
function open(
  host: Host,
  path: string,
  named: NonNullable<ReturnType<typeof syntaxOf>>,
): { readonly text: ReadText } & (
  | { readonly syntax: FileSyntax; readonly reason?: undefined }
  | { readonly syntax: undefined; readonly reason: string }
) {
  const text = named === 'zip' ? readBinary(host, path) : readText(host, path);
  if (!isNamedOnly(named)) return { text, syntax: named };
  // Only its text would tell whether the file is one of ours.
  if (!text.ok) return { text, syntax: undefined, reason: text.reason };
  const read = syntaxByText(named, text.file.text);
  return 'syntax' in read ? { text, syntax: read.syntax } : { text, syntax: undefined, reason: read.reason };
}

/** What only its text tells to be one of ours may be, where it was too much to read. */
function warnedOf(text: ReadText): readonly Diagnostic[] {
  return !text.ok && text.diagnostic.code === 'io/too-large'
    ? [{ ...text.diagnostic, level: 'warning' }]
    : [];
}

function sizeOf({ bytes }: ReadText): number {
  return typeof bytes === 'number' ? bytes : bytes.length;
}

/** Gives the document to its format, and what stands inside it to others; returns them all. */
async function claimAll(
  item: Parsed['documents'][number],
  format: Format,
  formats: readonly Format[],
  claimed: Map<string, Claimed>,
): Promise<readonly Format[]> {
  claim(item.document, format, claimed);
  const found = [format];
  const inside = item.syntax === 'data' && format.inside ? await format.inside(item.document) : [];
  const others = formats.filter((other) => other !== format);
  for (const document of inside) {
    const other = formatOf({ syntax: 'data', document }, others);
    if (!other) continue;
    claim(document, other, claimed);
    found.push(other);
  }
  return found;
}

function claim(document: Documents[Syntax], format: Format, claimed: Map<string, Claimed>): void {
  const entry = claimed.get(format.id);
  if (entry) entry.documents.push(document);
  else claimed.set(format.id, { format, documents: [document] });
}

function formatOf(
  { syntax, document }: Parsed['documents'][number],
  formats: readonly Format[],
): Format | undefined {
  return formats.find((each) => reads(each, syntax) && each.detect(document));
}

function reads({ syntax }: Format, wanted: Syntax): boolean {
  return typeof syntax === 'string' ? syntax === wanted : syntax.includes(wanted);
}

function whyNothing(path: string, diagnostics: readonly Diagnostic[]): string {
  if (/\.(?:tftest|tofutest|tfmock)\.(?:hcl|json)$/.test(path))
    return 'It is for tests of Terraform modules, which deploy nothing that stays.';
  return diagnostics[0]?.message ?? 'It is of no format that Planproof knows.';
}

/** Parsers do not throw; if one does all the same, that is our bug, but still only this file's diagnostic. */
function parseSafely(parser: Parser, file: SourceFile, bytes: Uint8Array): ReturnType<Parser> {
  try {
    return parser(file, bytes);
  } catch (error) {
    const message = `Planproof failed to read this file, which is a bug in Planproof: ${error instanceof Error ? error.message : String(error)}.`;
    return {
      documents: [],
      comments: [],
      diagnostics: [{ code: 'io/parser-failed', level: 'error', message, path: file.path }],
    };
  }
}
