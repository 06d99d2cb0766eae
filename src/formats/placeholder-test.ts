import type { CommandLine } from '../delivery/index.ts';
import type { FormatContext } from './format.ts';

/** Is a command's test script, run in a folder of the repository, the one that a new package starts with, which tests nothing? */
export type IsPlaceholder = (line: CommandLine, root: string, folder: string | undefined) => boolean;

const MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);
const NOTHING = /no test specified|^(?:exit 0|true|:|echo\b[^&|;]*)$/;

export function createPlaceholderCheck(context: FormatContext): IsPlaceholder {
  const scripts = new Map<string, string | undefined>();
  return (line, root, folder) => {
    const name = line.words[0] === 'run' ? line.words[1] : line.words[0];
    if (!MANAGERS.has(line.name) || (name !== 'test' && name !== 't' && name !== 'tst')) return false;
    const given = line.values('--prefix', '-C', '--cwd', '--dir')[0] ?? folder;
    const path = `${root}${withSlash(given)}package.json`;
    if (!scripts.has(path)) scripts.set(path, testScript(context.readText(path)));
    const script = scripts.get(path);
    return script !== undefined && NOTHING.test(script.trim());
  };
}

function withSlash(folder: string | undefined): string {
  const clean = (folder ?? '').replace(/^\.\/?/, '').replace(/(?<!\/)\/+$/, '');
  return clean === '' ? '' : `${clean}/`;
}

function testScript(text: string | undefined): string | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    const scripts =
      typeof parsed === 'object' && parsed !== null && 'scripts' in parsed ? parsed.scripts : undefined;
    const test =
      typeof scripts === 'object' && scripts !== null && 'test' in scripts ? scripts.test : undefined;
    return typeof test === 'string' ? test : undefined;
  } catch {
    return undefined;
  }
}
