/** Color when asked for, else on a terminal, unless NO_COLOR (no-color.org) or a dumb terminal speaks against it. */
export function useColor(stream: { readonly isTTY?: boolean }, args: readonly string[]): boolean {
  if (args.includes('--no-color')) return false;
  if (args.includes('--color')) return true;
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Columns of the terminal; 100 where there is none. */
export function widthOf(stream: { readonly columns?: number }): number {
  return Math.max(40, stream.columns ?? 100);
}

const FIRST_AFTER_MS = 800;
const EVERY_MS = 100;

/** A line on stderr that counts files, shown only on a terminal and only when a run takes long. */
export function progressLine(stream: NodeJS.WriteStream): {
  readonly onFile: (done: number, total: number) => void;
  readonly clear: () => void;
} {
  if (!stream.isTTY || process.env['CI'] !== undefined)
    return { onFile: () => undefined, clear: () => undefined };
  const started = Date.now();
  let last = 0;
  return {
    onFile: (done, total) => {
      const now = Date.now();
      if (now - started < FIRST_AFTER_MS || now - last < EVERY_MS) return;
      last = now;
      stream.write(`\r\x1b[KReading file ${done} of ${total}`);
    },
    clear: () => {
      if (last > 0) stream.write('\r\x1b[K');
    },
  };
}
