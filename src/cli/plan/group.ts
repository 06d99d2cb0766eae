import { Command } from 'commander';
import { planCheckCommand } from './check/command.ts';
import { planDiffCommand } from './diff/command.ts';
import { planNewCommand } from './new/command.ts';
import { planRenderCommand } from './render/command.ts';

/** Makes one command of the group; the code is what the process exits with when the command has run. */
type MakeCommand = (setExitCode: (code: number) => void) => Command;

/** Each command is declared in a file of its own, and loads what it runs when it runs. */
const COMMANDS: readonly MakeCommand[] = [
  planNewCommand,
  planCheckCommand,
  planRenderCommand,
  planDiffCommand,
];

/** `planproof plan …`: what is about the plan itself. */
export function planGroup(setExitCode: (code: number) => void): Command {
  const group = new Command('plan')
    .description('work with the deployment plan itself')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES);
  for (const make of COMMANDS) group.addCommand(make(setExitCode));
  return group;
}

const EXAMPLES = `
Examples:
  planproof plan new -o deployment-plan.yaml   a draft from what the files tell
  planproof plan check                         the plan of this folder, without the files that it names
  planproof plan check plans/shop.yaml -o json=plan.json
  planproof plan render -o html=plan.html      the plan document, with diagrams and evidence
  planproof plan diff before.json .            what changed in the plan and its evidence
  planproof check                              the plan and the files, the one against the other`;
