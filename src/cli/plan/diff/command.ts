import { Command } from 'commander';
import { collect } from '../../arguments.ts';

/** `planproof plan diff`: what changed between two versions of a plan and its evidence. */
export function planDiffCommand(setExitCode: (code: number) => void): Command {
  return new Command('diff')
    .argument('<before>', 'a plan, a folder that holds one, or a report as JSON of a check')
    .argument('<after>', 'the same, of the version to compare with')
    .description('tell what changed between two versions of a plan and its evidence')
    .option('-o, --output <format[=file]>', 'text (default), markdown or json; may be repeated', collect)
    .option('--exit-code', 'exit with 1 when something changed')
    .option('--as-of <date>', 'judge dates of both as of this day, YYYY-MM-DD')
    .option('--color', 'color the output')
    .option('--no-color', 'do not color the output')
    .addHelpText('after', HELP)
    .action(async (before: string, after: string, flags: Record<string, unknown>) => {
      const { runPlanDiff } = await import('./run.ts');
      setExitCode(await runPlanDiff(before, after, flags));
    });
}

const HELP = `
A plan is judged with the files of its folder; where a folder holds several, name the plan's file. Items of lists are compared by their names.

Exit codes:
  0   the comparison was made; with --exit-code: nothing changed
  1   with --exit-code: something changed
  2   the call, the configuration or a plan is wrong

Examples:
  planproof check -o json=before.json          keep what holds today
  planproof plan diff before.json .            and compare later
  planproof plan diff old/deployment-plan.yaml new/deployment-plan.yaml -o markdown`;
