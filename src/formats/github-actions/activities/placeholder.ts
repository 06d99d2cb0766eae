import type { CommandLine } from '../../../delivery/index.ts';
import type { FormatContext } from '../../format.ts';
import type { Step } from '../read/run.ts';

/** Is a command's test script the one that a new package starts with, which tests nothing? */
export type IsPlaceholder = (step: Step, line: CommandLine) => boolean;

const MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun']);
const NOTHING = /no test specified|^(?:exit 0|true|:|echo\b[^&|;]*)$/;

export function createPlaceholderCheck(context: FormatContext): IsPlaceholder {
  const scripts = new Map<string, string | undefined>();
  return (step, line) => {
    const name = line.words[0] === 'run' ? line.words[1] : line.words[0];
    if (!MANAGERS.has(line.name) || (name !== 'test' && name !== 't' && name !== 'tst')) return false;
    const path = `${step.run.job.workflow.root}${folderOf(step, line)}package.json`;
    if (!scripts.has(path)) scripts.set(path, testScript(context.readText(path)));
    const script = scripts.get(path);
    return script !== undefined && NOTHING.test(script.trim());
  };
}

function folderOf(step: Step, line: CommandLine): string {
  const { job } = step.run;
  const holders = [job.node, job.workflow.node].map((node) =>
    node.get('defaults', 'run', 'working-directory'),
  );
  const folders = [step.node.get('working-directory'), ...holders].map((node) => node.text);
  const folder =
    line.values('--prefix', '-C', '--cwd', '--dir')[0] ?? folders.find((text) => text !== undefined);
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
