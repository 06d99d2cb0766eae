import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Instruction } from '../../../syntax/dockerfile/index.ts';
import { chainOf, type Build } from './stages.ts';

/** The last instruction of that name that counts for what is built. */
function lastOf({ last }: Pick<Build, 'last'>, keyword: string): Instruction | undefined {
  for (const stage of chainOf(last)) {
    const found = stage.instructions.filter((one) => one.keyword === keyword).at(-1);
    if (found) return found;
  }
  return undefined;
}

/** Does someone look whether what runs is well? An image that it starts from may say so, but few do. */
export function healthChecked(build: Pick<Build, 'last' | 'locate'>): Fact<boolean> {
  const { locate, last } = build;
  const check = lastOf(build, 'HEALTHCHECK');
  const from = last?.from;
  if (!check) return known(false, from && locate(from.keywordSpan));
  const [word] = check.words;
  return known(word?.text.toUpperCase() !== 'NONE', locate(check.keywordSpan));
}

/**
 * What is written as a text is run by a shell, which passes no signal on: what runs is not told to end, and is killed
 * after ten seconds. `exec` puts it in the place of the shell.
 */
export function behindShell(build: Build): Fact<boolean | null> {
  const { locate, last } = build;
  const run = lastOf(build, 'ENTRYPOINT') ?? lastOf(build, 'CMD');
  if (!run) return known(null, last && locate(last.from.keywordSpan));
  const shell = lastOf(build, 'SHELL');
  if (shell) return unknown('`SHELL` says how it is run', locate(shell.keywordSpan));
  const direct = run.list !== undefined || /^exec\s/.test(run.body) || run.words.length === 0;
  return known(!direct, locate(run.keywordSpan));
}
