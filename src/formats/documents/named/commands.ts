import type { CodeBlock, Piece } from '../../../syntax/prose/index.ts';
import data from './commands.json' with { type: 'json' };

const SHELLS = new Set(data.shellLanguages);
const QUERIES = new Set(data.queryLanguages);
const PROGRAMS = new Set(data.programs);

/** How many commands a code block gives to run; a query counts as one, code of other languages as none. */
export function commandsIn(block: CodeBlock): number {
  if (QUERIES.has(block.language)) return block.text.trim() === '' ? 0 : 1;
  const lines = commandLines(block);
  return lines.filter((_, i) => !lines[i - 1]?.endsWith('\\')).length;
}

/** The lines of a code block that are to be run, without prompts. */
export function commandLines(block: CodeBlock): readonly string[] {
  if (!SHELLS.has(block.language)) return [];
  const lines = block.text.split('\n').map((line) => line.trim());
  // With prompts shown, lines without one are output.
  if (hasPrompts(lines)) {
    const goesOn = (line: string, i: number): boolean =>
      PROMPT.test(line) || (lines[i - 1]?.endsWith('\\') ?? false);
    return lines.filter(goesOn).map((line) => line.replace(PROMPT, ''));
  }
  if (block.language === '')
    return lines.filter((line, i) => startsWithProgram(line) || (lines[i - 1]?.endsWith('\\') ?? false));
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

const PROMPT = /^(?:[$#>]|PS>)\s+(?=\S)/;

function hasPrompts(lines: readonly string[]): boolean {
  return lines.some((line) => /^(?:\$|PS>)\s+\S/.test(line));
}

/** What a block shows besides the commands: what they print when all is well. */
export function showsOutput(block: CodeBlock): boolean {
  if (!SHELLS.has(block.language)) return /^(?:output|text|txt|plaintext)$/.test(block.language);
  const lines = block.text.split('\n').map((line) => line.trim());
  return (
    hasPrompts(lines) &&
    lines.some((line, i) => line !== '' && !PROMPT.test(line) && !lines[i - 1]?.endsWith('\\'))
  );
}

/** `kubectl rollout undo deployment/checkout` within a sentence: a known program with arguments. */
export function isCommand(span: Piece): boolean {
  return /\s/.test(span.text.trim()) && startsWithProgram(span.text);
}

function startsWithProgram(text: string): boolean {
  const first = text.trim().split(/\s/, 1)[0] ?? '';
  return PROGRAMS.has(first) || /^\.{1,2}\/[\w./-]+$/.test(first);
}
