import { Command } from 'commander';
import { PARTS } from '../../../render/index.ts';
import { collect, collectList } from '../../arguments.ts';

/** `planproof plan render`: the plan document. */
export function planRenderCommand(setExitCode: (code: number) => void): Command {
  return new Command('render')
    .argument(
      '[path...]',
      'files, folders or patterns to check the plan against (default: the working directory)',
    )
    .description('write the plan document: diagrams, and each statement with its evidence')
    .option('-p, --plan <file>', 'the deployment plan (default: the one found among the files)')
    .option('--part <ids>', `only these parts: ${PARTS.map(({ id }) => id).join(', ')}`, collectList)
    .option('-o, --output <format[=file]>', 'markdown (default) or html; may be repeated', collect)
    .option('--policies <folder>', 'also the policies of this folder; may be repeated', collect)
    .option('--include <pattern>', 'only files that match; .gitignore syntax; may be repeated', collect)
    .option('--exclude <pattern>', 'leave out files that match; may be repeated', collect)
    .option('--var-file <file>', 'a variable file for Terraform, as it takes them; may be repeated', collect)
    .option('-c, --config <file>', 'the configuration (default: planproof.yaml, if there is one)')
    .option('--as-of <date>', 'judge dates as of this day, YYYY-MM-DD, and name it in the document')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], flags: Record<string, unknown>) => {
      const { runPlanRender } = await import('./run.ts');
      setExitCode(await runPlanRender(paths, flags));
    });
}

const HELP = `
A document is of one plan: where there are several, choose with --plan, or name the folder of one.
Whatever is found stands in the document; the exit code is 0 unless the call or the plan is wrong (2).

Examples:
  planproof plan render                        Markdown with Mermaid diagrams, on the standard output
  planproof plan render -o markdown=plan.md -o html=plan.html
  planproof plan render --part pipeline,recovery`;
