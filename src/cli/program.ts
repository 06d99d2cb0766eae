import { Command, CommanderError, Option } from 'commander';
import { PlanproofError } from '../errors/index.ts';
import { collect, collectList, OUTPUT } from './arguments.ts';
import { EXIT } from './exit.ts';
import { printBug, printMistake } from './failure.ts';
import { planGroup } from './plan/group.ts';
import { useColor } from './terminal.ts';
import { version } from './start/version.ts';

/** Runs the command line; resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.passed;
  process.stdout.on('error', quietWhenNobodyReads);
  const program = build((code) => (exitCode = code));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.passed : EXIT.usage;
    if (error instanceof PlanproofError) {
      await printMistake(error, useColor(process.stderr, args));
      return EXIT.usage;
    }
    printBug(error);
    return EXIT.bug;
  }
}

/** A reader that closes its end (`| head`) has seen enough; anything else is a real failure. */
function quietWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

const severity = (flags: string, description: string): Option =>
  new Option(flags, description).choices(['error', 'warning', 'note']);

const policies = (): Option =>
  new Option('--policies <folder>', 'also the policies of this folder; may be repeated').argParser(collect);

function build(setExitCode: (code: number) => void): Command {
  const program = new Command('planproof')
    .description('Proves that what you are about to deploy matches the deployment plan you wrote.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: 100 })
    .configureOutput({
      outputError: (text, write) => {
        write(`${text.trimEnd()}\nSee "planproof --help".\n`);
      },
    })
    .addHelpText('after', EXAMPLES);

  program
    .command('check')
    .argument('[path...]', 'files, folders or patterns to check (default: the working directory)')
    .description('check files against the deployment plan and the rules')
    .option('-p, --plan <file>', 'the deployment plan (default: the one found among the files)')
    .option('-e, --environment <name>', 'check one environment only')
    .addOption(policies())
    .option('-r, --rules <ids>', 'run only these rules: ids or domain/*, separated by commas', collectList)
    .option('-s, --skip-rules <ids>', 'do not run these rules', collectList)
    .addOption(severity('--min-severity <severity>', 'do not run rules below this severity (default: note)'))
    .addOption(severity('--fail-on <severity>', 'findings at or above it fail the gate (default: error)'))
    .option('--ignore-unknown', 'pass when none of the files is of a kind that Planproof understands')
    .option('--include <pattern>', 'only files that match; .gitignore syntax; may be repeated', collect)
    .option('--exclude <pattern>', 'leave out files that match; may be repeated', collect)
    .option('--var-file <file>', 'a variable file for Terraform, as it takes them; may be repeated', collect)
    .option('--env-vars', 'take variables of Terraform from TF_VAR_… in the environment, as it does')
    .option('-o, --output <format[=file]>', OUTPUT, collect)
    .option('-c, --config <file>', 'the configuration (default: planproof.yaml, if there is one)')
    .option('--as-of <date>', 'judge dates as of this day, YYYY-MM-DD, and name it in the reports')
    .option('--exit-zero', 'exit with 0 whatever the verdict; errors of the call still exit with 2')
    .option('--color', 'color the output')
    .option('--no-color', 'do not color the output')
    .addHelpText('after', CHECK_EXAMPLES)
    .action(async (paths: readonly string[], flags: Record<string, unknown>) => {
      const { runCheck } = await import('./check.ts');
      setExitCode(await runCheck(paths, flags));
    });
  program.addCommand(planGroup(setExitCode));
  program
    .command('explain')
    .argument('<rule>', 'a rule id, as reports print it')
    .description('say what a rule asks for, why, and what to do')
    .addOption(policies())
    .action(async (rule: string, flags: { policies?: readonly string[] }) => {
      const { explain } = await import('./explain.ts');
      process.stdout.write(await explain(rule, flags.policies ?? []));
    });
  program
    .command('rules')
    .description('list the rules')
    .option('--json', 'as JSON')
    .addOption(policies())
    .action(async (flags: { json?: boolean; policies?: readonly string[] }) => {
      const { listRules } = await import('./list.ts');
      process.stdout.write(await listRules(flags.json === true, flags.policies ?? []));
    });
  program
    .command('policies')
    .argument('<folder>', 'a folder of policies of your own')
    .description('check policies of your own, and run their tests')
    .action(async (folder: string) => {
      const { runPolicies } = await import('./policies.ts');
      setExitCode(await runPolicies(folder));
    });
  program
    .command('formats')
    .description('list the files that Planproof understands, and the reports it writes')
    .action(async () => {
      const { listFormats } = await import('./list.ts');
      process.stdout.write(listFormats());
    });
  inherit(program);
  return program;
}

/** Commands that were not made by their parent have its settings only when they are given them. */
function inherit(parent: Command): void {
  for (const command of parent.commands) {
    command.exitOverride().copyInheritedSettings(parent);
    inherit(command);
  }
}

const EXAMPLES = `
Exit codes:
  0   the gate passed
  1   the gate failed: findings at or above --fail-on
  2   the call, the configuration or the plan is wrong
  3   could not be assessed: a criterion, a file or a rule is open
  70  a bug in Planproof

Examples:
  planproof check                              check this folder against the plan in it
  planproof check -o console -o html=audit.html
  planproof explain delivery/production-approved`;

const CHECK_EXAMPLES = `
Examples:
  planproof check                              this folder, against the plan in it
  planproof check infra/ --plan deployment-plan.yaml
  planproof check --environment production --fail-on warning
  planproof check -o console -o sarif=planproof.sarif -o html=audit.html
  planproof check --rules 'encryption/*,network/*' main.tf`;
