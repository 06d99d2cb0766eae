import type { Location } from '../../../source/index.ts';
import type { ProseDocument } from '../../../syntax/prose/index.ts';
import { parseShell } from '../../../syntax/shell/index.ts';
import { joinedPath } from '../../paths.ts';
import { commandLines, isCommand } from './commands.ts';

/** No block that people copy is longer. */
const MAX_SCRIPT = 20_000;

/** A command that a document gives to run. */
export interface DocumentCommand {
  readonly words: readonly string[];
  /** Files that it writes. */
  readonly writes: readonly string[];
  readonly at: Location;
  /** The folder that the commands before it went to, from where the reader began; undefined when it cannot be told. */
  readonly folder: string | undefined;
}

/** The commands of a document, in the order of its text. */
export function commandsOf(document: ProseDocument): readonly DocumentCommand[] {
  const scripts = [
    ...document.codeBlocks.map((block) => ({
      text: commandLines(block).join('\n'),
      at: block.location,
      moves: true,
    })),
    ...document.codeSpans
      .filter(isCommand)
      .map((span) => ({ text: span.text, at: span.location, moves: false })),
  ].toSorted((a, b) => a.at.span.start - b.at.span.start);
  const found: DocumentCommand[] = [];
  let folder: string | undefined = '';
  for (const { text, at, moves } of scripts) {
    if (text === '' || text.length > MAX_SCRIPT) continue;
    for (const command of parseShell(text).commands) {
      const words = command.words.map((word) => word.text);
      const writes = command.redirects
        .filter(({ operator }) => operator.includes('>'))
        .map(({ target }) => target);
      if (command.remote || words.length === 0) continue;
      if (words[0] !== 'cd') found.push({ words, writes, at, folder });
      else if (moves) folder = folder === undefined ? undefined : joinedPath(folder, words[1] ?? '~');
    }
  }
  return found;
}
