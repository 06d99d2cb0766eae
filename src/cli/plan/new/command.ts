import { Command } from 'commander';
import { collect } from '../../arguments.ts';

/** `planproof plan new`: a draft from what the files tell. */
export function planNewCommand(setExitCode: (code: number) => void): Command {
  return new Command('new')
    .argument('[path...]', 'files, folders or patterns to read (default: the working directory)')
    .description('draft a plan from what the files tell, each statement with its source')
    .option('-o, --output <file>', 'write the draft to a file (default: the standard output)')
    .option('--force', 'overwrite the file if it is there')
    .option('--title <text>', "what is deployed, as people speak of it (default: the folder's name)")
    .option('--include <pattern>', 'only files that match; .gitignore syntax; may be repeated', collect)
    .option('--exclude <pattern>', 'leave out files that match; may be repeated', collect)
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], flags: Record<string, unknown>) => {
      const { runPlanNew } = await import('./run.ts');
      setExitCode(await runPlanNew(paths, flags));
    });
}

const HELP = `
Nothing is invented: each statement names the place that says so, what the files do not tell is a TODO,
and what they tell in several ways is a NOTE with the places. A plan that is there is not looked at.

Examples:
  planproof plan new                           a draft of this folder's plan
  planproof plan new -o deployment-plan.yaml && planproof plan check
  planproof plan new infra/ kubernetes/ --exclude examples/`;
