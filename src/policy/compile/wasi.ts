/** What a program run under WASI gave back. */
export interface WasiResult {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

const ERRNO = { success: 0, badf: 8, nosys: 52 } as const;
const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const CHARACTER_DEVICE = 2;
const EVENT_SIZE = 32;
const SUBSCRIPTION_SIZE = 48;

class Exit {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/**
 * Runs a WASI command (preview 1) that only reads standard input and writes standard output. It has no files, no
 * environment, no network; its clock is a counter and its randomness fixed, so that the same input gives the same
 * bytes. Node's own `node:wasi` crashes on large inputs.
 */
export async function runWasi(module: WebAssembly.Module, stdin: Uint8Array): Promise<WasiResult> {
  const streams = { stdin, read: 0, stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const memory = { current: new WebAssembly.Memory({ initial: 0 }) };
  const instance = await WebAssembly.instantiate(module, {
    wasi_snapshot_preview1: imports(module, memory, streams),
  });
  memory.current = instance.exports['memory'] as WebAssembly.Memory; // preview 1 requires this export
  let exitCode = 0;
  try {
    (instance.exports['_start'] as () => void)(); // preview 1 requires this export of a command
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    exitCode = error.code;
  }
  return {
    exitCode,
    stdout: joined(streams.stdout),
    stderr: new TextDecoder().decode(joined(streams.stderr)),
  };
}

interface Streams {
  readonly stdin: Uint8Array;
  read: number;
  readonly stdout: Uint8Array[];
  readonly stderr: Uint8Array[];
}

type Functions = Record<string, (...args: number[]) => number>;

/** The functions that the program asks for; those we do not offer answer "not supported". */
function imports(
  module: WebAssembly.Module,
  memory: { readonly current: WebAssembly.Memory },
  streams: Streams,
): WebAssembly.ModuleImports {
  const view = (): DataView => new DataView(memory.current.buffer);
  const bytes = (at: number, length: number): Uint8Array => new Uint8Array(memory.current.buffer, at, length);
  const offered: WebAssembly.ModuleImports = {
    ...processFunctions(view, bytes),
    ...clockFunctions(view),
    ...streamFunctions(view, bytes, streams),
  };
  const functions: WebAssembly.ModuleImports = {};
  for (const { name } of WebAssembly.Module.imports(module)) {
    functions[name] = offered[name] ?? (() => ERRNO.nosys);
  }
  return functions;
}

/** Arguments (one: the program's name, which Go expects), environment (none), randomness, exit. */
function processFunctions(
  view: () => DataView,
  bytes: (at: number, length: number) => Uint8Array,
): WebAssembly.ModuleImports {
  const name = new TextEncoder().encode('rego\0');
  const functions: Functions = {
    args_sizes_get: (count = 0, size = 0) => {
      view().setUint32(count, 1, true);
      view().setUint32(size, name.length, true);
      return ERRNO.success;
    },
    args_get: (pointers = 0, buffer = 0) => {
      view().setUint32(pointers, buffer, true);
      bytes(buffer, name.length).set(name);
      return ERRNO.success;
    },
    environ_sizes_get: (count = 0, size = 0) => {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return ERRNO.success;
    },
    environ_get: () => ERRNO.success,
    random_get: (buffer = 0, length = 0) => {
      bytes(buffer, length).fill(7);
      return ERRNO.success;
    },
    sched_yield: () => ERRNO.success,
    proc_exit: (code = 0) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- unwinds the Wasm stack; it is no error
      throw new Exit(code);
    },
  };
  return functions;
}

/** A clock that only moves when looked at or slept on. */
function clockFunctions(view: () => DataView): WebAssembly.ModuleImports {
  let now = 0n;
  return {
    clock_time_get: (_clock: number, _precision: bigint, out: number) => {
      now += 1_000n;
      view().setBigUint64(out, now, true);
      return ERRNO.success;
    },
    // Answers every subscription at once: with nothing to wait for, sleeping is moving the clock.
    poll_oneoff: (subscriptions: number, events: number, count: number, out: number) => {
      for (let i = 0; i < count; i++) {
        const subscription = subscriptions + i * SUBSCRIPTION_SIZE;
        const event = events + i * EVENT_SIZE;
        const isClock = view().getUint8(subscription + 8) === 0;
        if (isClock) now += view().getBigUint64(subscription + 24, true);
        for (let j = 0; j < EVENT_SIZE; j++) view().setUint8(event + j, 0);
        view().setBigUint64(event, view().getBigUint64(subscription, true), true);
        view().setUint8(event + 10, view().getUint8(subscription + 8));
      }
      view().setUint32(out, count, true);
      return ERRNO.success;
    },
  };
}

/** Standard input, output and error; no other file exists. */
function streamFunctions(
  view: () => DataView,
  bytes: (at: number, length: number) => Uint8Array,
  streams: Streams,
): WebAssembly.ModuleImports {
  /** The buffers of an iovec array. */
  const vectors = (at: number, count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, i) =>
      bytes(view().getUint32(at + i * 8, true), view().getUint32(at + i * 8 + 4, true)),
    );
  const functions: Functions = {
    fd_write: (fd = -1, at = 0, count = 0, out = 0) => {
      if (fd !== STDOUT && fd !== STDERR) return ERRNO.badf;
      let written = 0;
      for (const part of vectors(at, count)) {
        (fd === STDOUT ? streams.stdout : streams.stderr).push(part.slice());
        written += part.length;
      }
      view().setUint32(out, written, true);
      return ERRNO.success;
    },
    fd_read: (fd = -1, at = 0, count = 0, out = 0) => {
      if (fd !== STDIN) return ERRNO.badf;
      let read = 0;
      for (const part of vectors(at, count)) {
        const chunk = streams.stdin.subarray(streams.read, streams.read + part.length);
        part.set(chunk);
        streams.read += chunk.length;
        read += chunk.length;
      }
      view().setUint32(out, read, true);
      return ERRNO.success;
    },
    fd_fdstat_get: (fd = -1, out = 0) => {
      if (fd < STDIN || fd > STDERR) return ERRNO.badf;
      bytes(out, 24).fill(0);
      view().setUint8(out, CHARACTER_DEVICE);
      return ERRNO.success;
    },
    fd_fdstat_set_flags: () => ERRNO.success,
    fd_prestat_get: () => ERRNO.badf,
    fd_prestat_dir_name: () => ERRNO.badf,
    fd_close: () => ERRNO.success,
  };
  return functions;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
