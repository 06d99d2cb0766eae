import type { Report } from '../assess/index.ts';
import { nodeHost, type Host } from '../io/index.ts';
import type { Severity } from '../policy/index.ts';
import { checkEach, type CheckOptions } from '../run/index.ts';
import { mistakes } from '../errors/index.ts';
import { loadConfig, type Config } from './config.ts';
import { EXIT, exitCodeOf, worstOf } from './exit.ts';
import { parseOutputs } from './outputs.ts';
import { writeReports } from './reports.ts';
import { pathFromRoot, placeOf } from './paths.ts';
import { customPolicies } from './policies.ts';
import { progressLine, useColor, widthOf } from './terminal.ts';
import { today } from './today.ts';
import { version } from './start/version.ts';

/** Flags of `planproof check` as commander gives them; choices are checked by then. */
interface Flags {
  readonly plan?: string;
  readonly environment?: string;
  readonly policies?: readonly string[];
  readonly rules?: readonly string[];
  readonly skipRules?: readonly string[];
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly ignoreUnknown?: boolean;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly varFile?: readonly string[];
  readonly envVars?: boolean;
  readonly output?: readonly string[];
  readonly config?: string;
  readonly asOf?: string;
  readonly exitZero?: boolean;
}

/** Options → run → streams and exit code. */
export async function runCheck(given: readonly string[], raw: Record<string, unknown>): Promise<number> {
  // Commander built the record from the options that program.ts declares.
  const flags = raw as Flags;
  const { host, options, config, finished } = await prepareCheck(given, flags);
  const outputs = parseOutputs(flags.output ?? config.output ?? []);
  const reports = await checkEach(host, options);
  finished();
  const terminal = { color: useColor(process.stdout, process.argv), width: widthOf(process.stdout) };
  await writeReports(reports, outputs, terminal);
  for (const { report } of reports) endWithMistakes(report);
  return flags.exitZero === true
    ? EXIT.passed
    : worstOf(reports.map(({ report }) => exitCodeOf(report.verdict)));
}

/** What a check takes, from flags and configuration. */
interface Prepared {
  readonly host: Host;
  readonly options: CheckOptions;
  readonly config: Config;
  /** Takes the progress from the screen. */
  readonly finished: () => void;
}

export async function prepareCheck(
  given: readonly string[],
  flags: Omit<Flags, 'output' | 'exitZero'>,
): Promise<Prepared> {
  const cwd = process.cwd();
  const named = await placeOf(given, cwd);
  const host = nodeHost(named.root);
  const inRoot = (path: string): string => {
    const found = pathFromRoot(named.root, path, cwd);
    if (found === undefined)
      throw mistakes.valueInvalid(
        'a path',
        path,
        `a path inside "${named.root}", where the check takes place`,
      );
    return found;
  };
  const { config, waivers } = await loadConfig(
    host,
    flags.config === undefined ? undefined : inRoot(flags.config),
  );
  const plan = flags.plan === undefined ? config.plan : inRoot(flags.plan);
  const variableFiles = flags.varFile?.map(inRoot) ?? config.varFiles ?? [];
  const missing = variableFiles.find((path) => host.kindOf(path) !== 'file');
  if (missing !== undefined) throw mistakes.pathNotFound(missing);
  const environment = flags.environment ?? config.environment;
  const paths =
    given.length > 0 || !config.paths ? named.paths : (await placeOf(config.paths, named.root)).paths;
  const policies = flags.policies
    ? customPolicies(flags.policies, cwd)
    : customPolicies(config.policies ?? [], named.root);
  const progress = progressLine(process.stderr);
  const options: CheckOptions = {
    paths: [...paths, ...(plan === undefined ? [] : [plan]), ...variableFiles],
    variableFiles,
    ...environmentVariables(flags, config),
    ...(plan !== undefined && { plan }),
    ...(environment !== undefined && { environment }),
    ...limits(flags, config),
    ...(policies && { policies }),
    waivers,
    ...today(flags.asOf),
    version,
    onFile: progress.onFile,
  };
  return { host, options, config, finished: progress.clear };
}

/** After the report: a plan with mistakes is the caller's, whatever was found. */
function endWithMistakes({ plan, diagnostics }: Report): void {
  const path = plan?.location.file.path;
  const wrong = diagnostics.filter((each) => each.level === 'error' && each.path === path);
  if (path !== undefined && wrong.length > 0) throw mistakes.planMistaken(path, wrong);
}

/** What flags and configuration say of files and rules; flags win. */
function limits(
  flags: Flags,
  config: Config,
): Pick<
  CheckOptions,
  'include' | 'exclude' | 'rules' | 'skipRules' | 'minSeverity' | 'failOn' | 'ignoreUnknown'
> {
  return {
    include: flags.include ?? config.include ?? [],
    exclude: flags.exclude ?? config.exclude ?? [],
    rules: flags.rules ?? config.rules ?? [],
    skipRules: flags.skipRules ?? config.skipRules ?? [],
    minSeverity: flags.minSeverity ?? config.minSeverity ?? 'note',
    failOn: flags.failOn ?? config.failOn ?? 'error',
    ignoreUnknown: flags.ignoreUnknown ?? config.ignoreUnknown ?? false,
  };
}

/** What the process' environment gives to variables of Terraform, by their names, if it is asked. */
function environmentVariables(flags: Flags, config: Config): Pick<CheckOptions, 'environmentVariables'> {
  if (!(flags.envVars ?? config.envVars ?? false)) return {};
  const given = new Map<string, string>();
  for (const [key, value] of Object.entries(process.env)) {
    const name = /^TF_VAR_(.+)$/.exec(key)?.[1];
    if (name !== undefined && value !== undefined) given.set(name, value);
  }
  return { environmentVariables: given };
}
