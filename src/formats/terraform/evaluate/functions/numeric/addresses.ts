import { FunctionProblem, type Functions, integerOf, simple, textOf } from '../define.ts';
import { computed, sequenceAt, stringAt } from '../../../../../cloud/index.ts';

interface Network {
  readonly address: bigint;
  readonly prefix: number;
  /** 32 or 128. */
  readonly bits: number;
}

export const ADDRESS_FUNCTIONS: Functions = {
  cidrhost: simple(['string', 'number'], (text, number) => {
    const { address, prefix, bits } = parseNetwork(text);
    const size = 1n << BigInt(bits - prefix);
    const host = wholeOf(number);
    if (host >= size || -host > size)
      throw new FunctionProblem(`there is no host ${String(number)} in ${text}`);
    return formatAddress(address + (host < 0n ? size + host : host), bits);
  }),
  cidrnetmask: simple(['string'], (text) => {
    const { prefix, bits } = parseNetwork(text);
    if (bits !== 32) throw new FunctionProblem('only IPv4 has netmasks');
    return formatAddress(mask(prefix, bits), bits);
  }),
  cidrsubnet: simple(['string', 'number', 'number'], (text, newBits, number) => {
    return formatNetwork(subnet(parseNetwork(text), newBits, wholeOf(number)));
  }),
  cidrsubnets: {
    min: 1,
    max: Infinity,
    run: ([text, ...sizes], call) => {
      const networks = consecutive(parseNetwork(text ? textOf(text) : ''), sizes.map(integerOf));
      const items = networks.map((network) => stringAt(call.at, formatNetwork(network)));
      return computed(sequenceAt(call.at, 'list', items), text ? [text] : []);
    },
  },
};

function wholeOf(number: number): bigint {
  if (!Number.isInteger(number)) throw new FunctionProblem('an argument must be a whole number');
  return BigInt(number);
}

function mask(prefix: number, bits: number): bigint {
  return ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix);
}

function subnet(network: Network, newBits: number, number: bigint): Network {
  const { address, bits } = network;
  const prefix = network.prefix + newBits;
  if (!Number.isInteger(newBits) || newBits < 0 || prefix > bits) {
    throw new FunctionProblem(
      `a prefix of ${String(network.prefix)} cannot be extended by ${String(newBits)} bits`,
    );
  }
  if (number < 0n || number >= 1n << BigInt(newBits)) {
    throw new FunctionProblem(`${String(newBits)} bits cannot hold the number ${String(number)}`);
  }
  return { address: address | (number << BigInt(bits - prefix)), prefix, bits };
}

/** Each one right after the one before, at the next place that fits its size. */
function consecutive(base: Network, sizes: readonly number[]): readonly Network[] {
  // Terraform begins with the network before the first one, and there is none before this.
  if (base.address === 0n && sizes.length > 0)
    throw new FunctionProblem('there is not enough space in the network');
  const end = base.address + (1n << BigInt(base.bits - base.prefix));
  let next = base.address;
  return sizes.map((newBits) => {
    const prefix = base.prefix + newBits;
    if (newBits < 0 || prefix > base.bits) throw new FunctionProblem(`${String(newBits)} bits are too many`);
    const size = 1n << BigInt(base.bits - prefix);
    const address = ((next + size - 1n) / size) * size;
    if (address + size > end) throw new FunctionProblem('there is not enough room for all of them');
    next = address + size;
    return { address, prefix, bits: base.bits };
  });
}

function parseNetwork(text: string): Network {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  const bits = text.includes(':') ? 128 : 32;
  const address = match?.[1] === undefined ? undefined : parseAddress(match[1], bits);
  const prefix = Number(match?.[2]);
  if (address === undefined || prefix > bits)
    throw new FunctionProblem(`"${text.slice(0, 60)}" is not a network`);
  return { address: address & mask(prefix, bits), prefix, bits };
}

function parseAddress(text: string, bits: number): bigint | undefined {
  if (bits === 32) return parseGroups(text.split('.'), 4, 8, /^\d{1,3}$/, 10);
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = halves[0] ? halves[0].split(':') : [];
  const tail = halves[1] ? halves[1].split(':') : [];
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const zeros = Array.from({ length: missing }, () => '0');
  return parseGroups([...head, ...zeros, ...tail], 8, 16, /^[\da-f]{1,4}$/i, 16);
}

function parseGroups(
  groups: readonly string[],
  count: number,
  size: number,
  valid: RegExp,
  base: number,
): bigint | undefined {
  if (groups.length !== count) return undefined;
  let address = 0n;
  for (const group of groups) {
    const value = Number.parseInt(group, base);
    if (!valid.test(group) || value >= 1 << size) return undefined;
    address = (address << BigInt(size)) | BigInt(value);
  }
  return address;
}

function formatNetwork({ address, prefix, bits }: Network): string {
  return `${formatAddress(address, bits)}/${String(prefix)}`;
}

function formatAddress(address: bigint, bits: number): string {
  const size = bits === 32 ? 8 : 16;
  const groups: bigint[] = [];
  for (let shift = bits - size; shift >= 0; shift -= size)
    groups.push((address >> BigInt(shift)) & ((1n << BigInt(size)) - 1n));
  if (bits === 32) return groups.join('.');
  const text = groups.map((group) => group.toString(16)).join(':');
  // RFC 5952: the first of the longest runs of zeros is shortened, if it is longer than one.
  const runs = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.reduce((best, run) => (zeros(run) > zeros(best) ? run : best), '');
  return longest === '' ? text : text.replace(longest, '::').replace(':::', '::');
}

function zeros(run: string): number {
  return run.split('0').length - 1;
}
