import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { mistakes } from '../../../errors/index.ts';
import { nodeHost } from '../../../io/index.ts';
import { draft } from '../../../run/index.ts';
import { loadConfig } from '../../config.ts';
import { EXIT } from '../../exit.ts';
import { writeText } from '../../outputs.ts';
import { placeOf, type Place } from '../../paths.ts';
import { progressLine } from '../../terminal.ts';

/** Flags of `planproof plan new` as commander gives them. */
interface Flags {
  readonly output?: string;
  readonly force?: boolean;
  readonly title?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Paths in a plan are told from where it lies: from the one folder that is named, else as those of a check. */
async function wholeFolder(given: readonly string[]): Promise<Place> {
  const [only = '.', ...others] = given;
  const isFolder = others.length === 0 && statSync(only, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? { root: realpathSync.native(only), paths: [''] } : placeOf(given, process.cwd());
}

/** Options → run → a file or the standard output; what the draft may lack is told on the other stream. */
export async function runPlanNew(given: readonly string[], raw: Record<string, unknown>): Promise<number> {
  // Commander built the record from the options that command.ts declares.
  const flags = raw as Flags;
  const { output, force = false } = flags;
  if (flags.title === '') throw mistakes.valueInvalid('--title', '', 'a text');
  if (output !== undefined && !force && existsSync(resolve(output))) throw mistakes.draftExists(output);
  const place = await wholeFolder(given);
  const host = nodeHost(place.root);
  const { config } = await loadConfig(host, undefined);
  const progress = progressLine(process.stderr);
  const { text, statements, files, diagnostics } = await draft(host, {
    paths: place.paths,
    include: flags.include ?? config.include ?? [],
    exclude: flags.exclude ?? config.exclude ?? [],
    variableFiles: config.varFiles ?? [],
    title: flags.title ?? (basename(place.root) || 'Deployment'),
    onFile: progress.onFile,
  });
  progress.clear();
  if (diagnostics.length > 0) {
    const { renderDiagnostics } = await import('../../../reporters/index.ts');
    process.stderr.write(await renderDiagnostics(diagnostics, { color: false, width: 100 }));
  }
  if (output === undefined) process.stdout.write(text);
  else writeText(output, text);
  const where = output === undefined ? '' : ` in ${output}`;
  const read = files === 1 ? '1 file' : `${files} files`;
  process.stderr.write(`${statements} statements${where} from ${read}; complete the TODOs.\n`);
  return EXIT.passed;
}
