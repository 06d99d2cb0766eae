import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Report } from '../assess/index.ts';
import { mistakes } from '../errors/index.ts';
import { reporters, type Reporter } from '../reporters/index.ts';

const BLOCK = 1 << 18;

/** One report to write: where to, absent for the standard output. */
export interface Output {
  readonly id: string;
  readonly file?: string;
}

/** `sarif=out.sarif`, or `console`. At most one report goes to the standard output, and no two into one file. */
export function parseOutputs(
  values: readonly string[],
  known: readonly string[] = reporters.map(({ id }) => id),
): readonly Output[] {
  const taken = new Set<string>();
  return (values.length > 0 ? values : known.slice(0, 1)).map((value) => {
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
    const options = file === undefined ? terminal : { color: false, width: 100 };
    writeOutput(file, reporter.pieces?.(report) ?? [reporter.render(report, options)]);
  }
}

/** To a file, or to the standard output where there is none. */
export function writeOutput(file: string | undefined, pieces: Iterable<string>): void {
  if (file === undefined) for (const piece of inBlocks(pieces)) process.stdout.write(piece);
  else writeWhole(file, inBlocks(pieces));
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

/** A text as a file, whole or not at all. */
export function writeText(file: string, text: string): void {
  writeWhole(file, [text]);
}

/** Written beside and renamed, so that whoever reads the file never sees half of it. */
function writeWhole(file: string, pieces: Iterable<string>): void {
  const target = resolve(file);
  const partial = `${target}.partial`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writePieces(partial, pieces);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw mistakes.outputNotWritable(file, reasonOf(error));
  }
}

function writePieces(file: string, pieces: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Pieces joined until they are worth a write. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** `EISDIR: illegal operation on a directory, rename '…' -> '…'`: what went wrong, without paths that nobody gave. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
