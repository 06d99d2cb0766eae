import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Report } from '../assess/index.ts';
import { mistakes } from '../errors/index.ts';
import { reporters, type Reporter } from '../reporters/index.ts';

/** One report to write: where to, absent for the standard output. */
export interface Output {
  readonly id: string;
  readonly file?: string;
}

/** `sarif=out.sarif`, or `console`. At most one report goes to the standard output, and no two into one file. */
export function parseOutputs(values: readonly string[]): readonly Output[] {
  const known = reporters.map(({ id }) => id);
  const taken = new Set<string>();
  return (values.length > 0 ? values : ['console']).map((value) => {
    const separator = value.indexOf('=');
    const id = separator < 0 ? value : value.slice(0, separator);
    const file = separator < 0 ? undefined : value.slice(separator + 1);
    if (!known.includes(id)) throw mistakes.reporterUnknown(id, known);
    if (file === '')
      throw mistakes.valueInvalid('--output', value, `a file name after "=", as in ${id}=report`);
    const where = file === undefined || file === '-' ? undefined : file;
    const place = where === undefined ? 'the standard output' : `"${where}"`;
    if (taken.has(place)) throw mistakes.outputTwice(place);
    taken.add(place);
    return { id, ...(where !== undefined && { file: where }) };
  });
}

export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: { readonly color: boolean; readonly width: number },
): Promise<void> {
  for (const { id, file } of outputs) {
    const reporter = await load(id);
    const text = reporter.render(report, file === undefined ? terminal : { color: false, width: 100 });
    if (file === undefined) process.stdout.write(text);
    else writeWhole(file, text);
  }
}

async function load(id: string): Promise<Reporter> {
  const entry = reporters.find((reporter) => reporter.id === id);
  if (!entry)
    throw mistakes.reporterUnknown(
      id,
      reporters.map((reporter) => reporter.id),
    );
  return entry.load();
}

/** Written beside and renamed, so that whoever reads the file never sees half of it. */
function writeWhole(file: string, text: string): void {
  const target = resolve(file);
  const partial = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(partial, text);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw mistakes.outputNotWritable(file, reasonOf(error));
  }
}

/** `EISDIR: illegal operation on a directory, rename '…' -> '…'`: what went wrong, without paths that nobody gave. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
