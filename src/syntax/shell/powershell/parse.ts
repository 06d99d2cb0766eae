import type { Span } from '../../../source/index.ts';
import type { OpenCommand } from '../command.ts';
import { statementsOf } from './blocks.ts';

/**
 * The commands of a script of PowerShell: what each statement of it calls, also where the result is kept.
 * @param read adds the commands of a part of the script to the list
 */
export function readPowerShell(source: string, commands: OpenCommand[], read: (part: Span) => void): void {
  for (const statement of statementsOf(source)) {
    const from = commands.length;
    read(statement);
    for (const command of commands.slice(from)) {
      command.caught ||= statement.caught;
      command.tested ||= statement.tested;
      withoutResult(command);
    }
  }
}

/** `$plan = terraform plan` and `return az deploy` call what follows. */
function withoutResult(command: OpenCommand): void {
  const [first, second] = command.words;
  if (first === undefined) return;
  if (/^\$[\w:.]+$/.test(first.text) && /^\+?=$/.test(second?.text ?? ''))
    command.words = command.words.slice(2);
  else if (/^return$/i.test(first.text)) command.words = command.words.slice(1);
}
