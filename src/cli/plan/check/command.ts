import { Command, Option } from 'commander';
import { collect, collectList, OUTPUT } from '../../arguments.ts';

/** `planproof plan check`: the plan alone. */
export function planCheckCommand(setExitCode: (code: number) => void): Command {
  return new Command('check')
    .argument('[path]', 'a deployment plan, or a folder that holds one (default: the working directory)')
    .description('check the plan alone: its schema, names, dates, completeness and feasibility')
    .option('-r, --rules <ids>', 'run only these rules: ids or domain/*, separated by commas', collectList)
    .option('-s, --skip-rules <ids>', 'do not run these rules', collectList)
    .addOption(
      new Option('--fail-on <severity>', 'findings at or above it fail the gate (default: error)').choices([
        'error',
        'warning',
        'note',
      ]),
    )
    .option('-o, --output <format[=file]>', OUTPUT, collect)
    .option('-c, --config <file>', 'the configuration (default: planproof.yaml, if there is one)')
    .option('--as-of <date>', 'judge dates as of this day, YYYY-MM-DD, and name it in the reports')
    .option('--exit-zero', 'exit with 0 whatever is found; errors of the call or the plan still exit with 2')
    .option('--color', 'color the output')
    .option('--no-color', 'do not color the output')
    .addHelpText('after', HELP)
    .action(async (path: string | undefined, flags: Record<string, unknown>) => {
      const { runPlanCheck } = await import('./run.ts');
      setExitCode(await runPlanCheck(path, flags));
    });
}

const HELP = `
Where there are several plans, each is checked, with a report of its own; the worst decides the exit code. Plans that
are not called deployment-plan.yaml, .yml or .json are looked for where none is.
Files that the plan names are not looked at: no criterion is assessed, which fails nothing here.

Exit codes:
  0   nothing at or above --fail-on was found in the plan
  1   findings at or above --fail-on
  2   the call, the configuration or the plan is wrong

Examples:
  planproof plan check                         the plan of this folder
  planproof plan check deployment-plan.yaml --fail-on warning
  planproof plan check plans/ -o console -o html=plan.html`;
