import type { PlanproofError } from '../errors/index.ts';

/** A mistake of the caller, with the places that are wrong and what to do. */
export async function printMistake(error: PlanproofError, color: boolean): Promise<void> {
  if (error.diagnostics.length > 0) {
    const { renderDiagnostics } = await import('../reporters/index.ts');
    process.stderr.write(await renderDiagnostics(error.diagnostics, { color, width: 100 }));
  }
  const help = error.help === undefined ? '' : `\n${error.help}`;
  process.stderr.write(`error: ${error.message}${help}\n`);
}

export function printBug(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n\nThis is a bug in Planproof. Please report it with the lines above.\n`);
}
