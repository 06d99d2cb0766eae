import { hostBuiltins, SET_AWARE, type Builtin } from '../builtins/index.ts';
import { readRegoValue } from '../builtins/value.ts';

/** One living copy of the compiled policies. A trap may leave it unusable: throw it away then. */
export interface PolicyInstance {
  /** Evaluates the entry point on a JSON text; throws what the policy trapped with. */
  evaluate(input: string): unknown;
  readonly memoryBytes: number;
}

/** 64 KiB each: room for the policies and a small batch, and 1 GiB at most. */
const PAGES = { initial: 32, maximum: 16_384 } as const;
const PAGE = 65_536;
/** Bytes that a value of JSON takes when OPA has read it, beside its text. */
const PARSED_VALUE = 180;

interface Abi {
  builtins(): number;
  opa_malloc(size: number): number;
  opa_heap_ptr_get(): number;
  opa_heap_ptr_set(address: number): void;
  opa_json_parse(address: number, length: number): number;
  opa_json_dump(value: number): number;
  opa_value_dump(value: number): number;
  readonly opa_wasm_abi_minor_version: { readonly value: number };
}

interface Sdk {
  readonly LoadedPolicy: new (
    instance: WebAssembly.Instance,
    memory: WebAssembly.Memory,
    minorVersion: number,
  ) => { evaluate(input: ArrayBuffer, entrypoint: string): unknown };
}

/**
 * Loads OPA's SDK when policies are to be evaluated, not before: with its own dependencies it costs some 30 ms.
 * We give it our own built-ins, because the SDK's `sprintf` is not Go's and cannot be replaced through `loadPolicy`.
 */
export async function loadSdk(): Promise<Sdk> {
  // The SDK's types lack the default export, which is where `LoadedPolicy` is.
  const sdk = (await import('@open-policy-agent/opa-wasm')) as unknown as { readonly default: Sdk };
  return sdk.default;
}

export function instantiate(sdk: Sdk, module: WebAssembly.Module, entrypoint: string): PolicyInstance {
  const memory = new WebAssembly.Memory(PAGES);
  const host: { call: (id: number, args: readonly number[]) => number } = { call: () => 0 };
  const instance = new WebAssembly.Instance(module, { env: imports(memory, host) });
  const abi = instance.exports as unknown as Abi; // the ABI of OPA's Wasm, version 1
  host.call = builtinCaller(abi, memory);
  const policy = new sdk.LoadedPolicy(instance, memory, abi.opa_wasm_abi_minor_version.value);
  const start = abi.opa_heap_ptr_get();
  return {
    evaluate: (input) => {
      abi.opa_heap_ptr_set(start); // an evaluation starts there: what the last one left is no reason to grow
      makeRoom(abi, memory, parsedSize(input));
      return policy.evaluate(bufferOf(input), entrypoint);
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
  };
}

function imports(
  memory: WebAssembly.Memory,
  host: { readonly call: (id: number, args: readonly number[]) => number },
): WebAssembly.ModuleImports {
  const builtin = (id: number, _context: number, ...args: readonly number[]): number => host.call(id, args);
  return {
    memory,
    opa_abort: (address: number) => {
      throw new Error(textAt(memory, address));
    },
    opa_println: () => undefined,
    opa_builtin0: builtin,
    opa_builtin1: builtin,
    opa_builtin2: builtin,
    opa_builtin3: builtin,
    opa_builtin4: builtin,
  };
}

/** Calls of built-ins cross the border as JSON; 0 is Rego's undefined. */
function builtinCaller(
  abi: Abi,
  memory: WebAssembly.Memory,
): (id: number, args: readonly number[]) => number {
  const ids = JSON.parse(textAt(memory, abi.opa_json_dump(abi.builtins()))) as Record<string, number>;
  const functions = new Map<number, { readonly run: Builtin; readonly setAware: boolean }>();
  for (const [name, id] of Object.entries(ids)) {
    const run = hostBuiltins[name];
    if (run === undefined) throw new Error(`These policies call ${name}, which Planproof does not have.`);
    functions.set(id, { run, setAware: SET_AWARE.has(name) });
  }
  return (id, addresses) => {
    const builtin = functions.get(id);
    if (builtin === undefined) return 0;
    const args = addresses.map((address): unknown =>
      builtin.setAware
        ? readRegoValue(textAt(memory, abi.opa_value_dump(address)))
        : JSON.parse(textAt(memory, abi.opa_json_dump(address))),
    );
    const result = builtin.run(...(args as never[])); // OPA's compiler checked the types
    if (result === undefined) return 0;
    const text = JSON.stringify(result);
    const bytes = Buffer.from(text);
    makeRoom(abi, memory, parsedSize(text));
    const address = abi.opa_malloc(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, address);
    return abi.opa_json_parse(address, bytes.length);
  };
}

/** Values are told by their commas: those within texts make the room larger than it need be. */
function parsedSize(json: string): number {
  let commas = 0;
  for (let at = json.indexOf(','); at !== -1; at = json.indexOf(',', at + 1)) commas++;
  return json.length + commas * PARSED_VALUE;
}

/**
 * Lets the memory grow by half, or by what is going to be used, where less is left. Left alone, OPA's allocator asks for
 * a page at a time, and each time the engine looks through the whole of its own heap. OPA learns of room only by
 * allocating: what it takes is given back at once.
 */
function makeRoom(abi: Abi, memory: WebAssembly.Memory, needed: number): void {
  const size = memory.buffer.byteLength;
  const top = abi.opa_heap_ptr_get();
  if (size - top > Math.max(size / 8, needed)) return;
  // Where that much is not to be had, what there is: the last page stays for what the allocator adds.
  const wanted = Math.min(Math.max(size / 2, needed), PAGES.maximum * PAGE - top - PAGE);
  if (wanted <= size - top) return;
  abi.opa_malloc(wanted);
  abi.opa_heap_ptr_set(top);
}

function textAt(memory: WebAssembly.Memory, address: number): string {
  const bytes = Buffer.from(memory.buffer); // a decoder costs more to make than a text of this size to read
  return bytes.toString('utf8', address, bytes.indexOf(0, address));
}

function bufferOf(text: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(text);
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}
