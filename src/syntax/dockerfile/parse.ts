import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { escapeOf, isBlank, isComment, linesOf, type Line } from './lines.ts';
import { endsOf, heredocsOf } from './heredocs.ts';
import type { DockerfileComment, DockerfileFile, Heredoc, Instruction } from './tree.ts';
import { flagsOf, listOf, wordsOf } from './words.ts';

const KEYWORD = /^[ \t]*([a-z]+)/i;
const WITH_HEREDOC: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);
/** More than anybody builds an image with. */
const MAX_INSTRUCTIONS = 20_000;

/** Reads a Dockerfile: its instructions, each with all its lines and where its parts stand. */
export function parseDockerfile(file: SourceFile): DockerfileFile {
  const lines = linesOf(file.text);
  const escape = escapeOf(lines);
  const ends = endsOf(lines);
  const instructions: Instruction[] = [];
  const comments: DockerfileComment[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line || isBlank(line)) {
      at++;
    } else if (isComment(line)) {
      comments.push(commentOf(file, line));
      at++;
    } else if (instructions.length >= MAX_INSTRUCTIONS) {
      const message = `It has more than ${MAX_INSTRUCTIONS} instructions; the others were not read.`;
      diagnostics.push({ ...problem(file, line, message), level: 'error' });
      break;
    } else {
      const logical = logicalLine(lines, at, escape);
      for (const comment of logical.comments) comments.push(commentOf(file, comment));
      at = logical.next;
      const [whole, keyword] = KEYWORD.exec(logical.text) ?? [];
      if (whole === undefined || keyword === undefined) {
        diagnostics.push(problem(file, line, 'This line begins with no instruction.'));
        continue;
      }
      const name = keyword.toUpperCase();
      const { heredocs, next } = heredocsOf(lines, ends, at, WITH_HEREDOC.has(name) ? logical.text : '');
      at = next;
      instructions.push(
        instructionOf(name, line.start + whole.length, logical.text, line.start, escape, heredocs),
      );
    }
  }
  return { file, instructions, comments, diagnostics };
}

interface Logical {
  /** All its lines, as long as they are written, with blanks for what lets them go on. */
  readonly text: string;
  readonly comments: readonly Line[];
  /** The index of the line after it. */
  readonly next: number;
}

function logicalLine(lines: readonly Line[], first: number, escape: string): Logical {
  const parts: string[] = [];
  const comments: Line[] = [];
  let at = first;
  const start = lines[first]?.start ?? 0;
  let length = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    // What ended the line before is a blank, or two.
    const gap = line.start - start - length;
    if (at > first && (isComment(line) || isBlank(line))) {
      if (isComment(line)) comments.push(line);
      parts.push(' '.repeat(gap + line.text.length));
      length += gap + line.text.length;
      continue;
    }
    const trimmed = line.text.trimEnd();
    const goesOn = trimmed.endsWith(escape);
    const text = goesOn
      ? `${trimmed.slice(0, -1)}${' '.repeat(line.text.length - trimmed.length + 1)}`
      : line.text;
    parts.push(' '.repeat(gap), text);
    length += gap + text.length;
    if (!goesOn) return { text: parts.join(''), comments, next: at + 1 };
  }
  return { text: parts.join(''), comments, next: at };
}

function instructionOf(
  keyword: string,
  keywordEnd: number,
  text: string,
  start: number,
  escape: string,
  heredocs: readonly Heredoc[],
): Instruction {
  const rest = text.slice(keywordEnd - start);
  const all = wordsOf(rest, keywordEnd, escape);
  const flags = flagsOf(all);
  const words = all.slice(flags.length);
  const bodyStart = words[0]?.span.start ?? keywordEnd + rest.length;
  const body = text.slice(bodyStart - start).trimEnd();
  return {
    keyword,
    span: { start: keywordEnd - keyword.length, end: start + text.trimEnd().length },
    keywordSpan: { start: keywordEnd - keyword.length, end: keywordEnd },
    flags,
    body,
    bodyStart,
    words,
    list: listOf(body, bodyStart),
    heredocs,
  };
}

function commentOf(file: SourceFile, line: Line): DockerfileComment {
  const mark = line.text.indexOf('#');
  const text = line.text.slice(mark + 1).trim();
  const start = line.start + mark;
  return { text, location: { file, span: { start, end: start + line.text.slice(mark).trimEnd().length } } };
}

function problem(file: SourceFile, line: Line, message: string): Diagnostic {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const location = { file, span: { start, end: line.start + Math.max(line.text.trimEnd().length, 1) } };
  return { code: 'dockerfile/syntax', level: 'warning', message, path: file.path, location };
}
