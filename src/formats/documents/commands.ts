import type { CodeBlock, Piece } from '../../syntax/prose/index.ts';
import data from './commands.json' with { type: 'json' };

const SHELLS = new Set(data.shellLanguages);
const QUERIES = new Set(data.queryLanguages);
const PROGRAMS = new Set(data.programs);

/** How many commands a code block gives to run; a query counts as one, code of other languages as none. */
export function commandsIn(block: CodeBlock): number {
  if (QUERIES.has(block.language)) return block.text.trim() === '' ? 0 : 1;
  if (!SHELLS.has(block.language)) return 0;
  const lines = block.text.split('\n').map((line) => line.trim());
  const prompted = lines.filter((line) => /^(?:[$#>]|PS>)\s+\S/.test(line));
  // With prompts shown, lines without one are output.
  if (lines.some((line) => /^(?:\$|PS>)\s+\S/.test(line))) return prompted.length;
  if (block.language === '') return lines.filter(startsWithProgram).length;
  return lines.filter((line, i) => line !== '' && !line.startsWith('#') && !lines[i - 1]?.endsWith('\\'))
    .length;
}

/** `kubectl rollout undo deployment/checkout` within a sentence: a known program with arguments. */
export function isCommand(span: Piece): boolean {
  return /\s/.test(span.text.trim()) && startsWithProgram(span.text);
}

function startsWithProgram(text: string): boolean {
  const first = text.trim().split(/\s/, 1)[0] ?? '';
  return PROGRAMS.has(first) || /^\.{1,2}\/[\w./-]+$/.test(first);
}
