import { nodeHost } from '../../../io/index.ts';
import type { Severity } from '../../../policy/index.ts';
import { checkPlans } from '../../../run/index.ts';
import { mistakes } from '../../../errors/index.ts';
import { loadConfig } from '../../config.ts';
import { EXIT } from '../../exit.ts';
import { parseOutputs } from '../../outputs.ts';
import { pathFromRoot, placeOf } from '../../paths.ts';
import { writeReports } from '../../reports.ts';
import { version } from '../../start/version.ts';
import { useColor, widthOf } from '../../terminal.ts';
import { today } from '../../today.ts';

/** Flags of `planproof plan check` as commander gives them; choices are checked by then. */
interface Flags {
  readonly rules?: readonly string[];
  readonly skipRules?: readonly string[];
  readonly failOn?: Severity;
  readonly output?: readonly string[];
  readonly config?: string;
  readonly asOf?: string;
  readonly exitZero?: boolean;
}

/** Options → run → streams and exit code. A plan that is wrong is reported like anything else, and exits with 2. */
export async function runPlanCheck(given: string | undefined, raw: Record<string, unknown>): Promise<number> {
  // Commander built the record from the options that command.ts declares.
  const flags = raw as Flags;
  const cwd = process.cwd();
  const place = await placeOf(given === undefined ? [] : [given], cwd);
  const host = nodeHost(place.root);
  const configPath = flags.config === undefined ? undefined : pathFromRoot(place.root, flags.config, cwd);
  if (flags.config !== undefined && configPath === undefined) throw mistakes.configNotFound(flags.config);
  const { config, waivers } = await loadConfig(host, configPath);
  const outputs = parseOutputs(flags.output ?? config.output ?? []);
  const paths = given === undefined && config.plan !== undefined ? [config.plan] : place.paths;
  const reports = await checkPlans(host, {
    paths,
    exclude: config.exclude ?? [],
    rules: flags.rules ?? config.rules ?? [],
    skipRules: flags.skipRules ?? config.skipRules ?? [],
    minSeverity: config.minSeverity ?? 'note',
    failOn: flags.failOn ?? config.failOn ?? 'error',
    waivers,
    ...today(flags.asOf),
    version,
  });
  const terminal = { color: useColor(process.stdout, process.argv), width: widthOf(process.stdout) };
  await writeReports(reports, outputs, terminal);
  if (reports.some(({ report }) => report.diagnostics.some(({ level }) => level === 'error')))
    return EXIT.usage;
  const isFailed = reports.some(({ report }) => report.verdict.outcome === 'failed');
  return isFailed && flags.exitZero !== true ? EXIT.failed : EXIT.passed;
}
