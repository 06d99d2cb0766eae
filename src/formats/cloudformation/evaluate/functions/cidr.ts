import { computed, sequenceAt, stringAt, unknownAt, unknownFrom } from '../../../../cloud/index.ts';
import { scalarText } from '../text.ts';
import { argumentsOf, invalid, type TemplateFunction } from './define.ts';

const BLOCK = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;
const MAX_COUNT = 256;

/** `[Block, Count, Bits]`: so many blocks of a network, each with so many bits for hosts. */
export const cidr: TemplateFunction = (argument, call) => {
  const nodes = argumentsOf(argument, 2, 3);
  if (!nodes) return invalid(call, 'a block, a count and a number of bits');
  const values = nodes.map((node) => call.evaluate(node, call.scope));
  const open = values.find((value) => value.kind === 'unknown');
  if (open) return unknownFrom(open, { shape: 'tuple' });
  const [block = '', count = '', bits = '8'] = values.map(scalarText);
  const { at } = call.node;
  const match = BLOCK.exec(block);
  if (!match) return unknownAt(at, `${call.name} of ${block} was not computed`, { shape: 'tuple' });
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  const size = 2 ** Number(bits);
  const length = Number(count);
  const network = ((a * 256 + b) * 256 + c) * 256 + d;
  const start = network - (network % 2 ** (32 - prefix));
  if (!(length >= 1 && length <= MAX_COUNT && Number(bits) >= 0 && length * size <= 2 ** (32 - prefix)))
    return invalid(call, `a block that holds ${count} blocks of ${bits} bits`);
  const items = Array.from({ length }, (_, index) => {
    const first = start + index * size;
    const octets = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
    return computed(stringAt(at, `${octets.join('.')}/${32 - Number(bits)}`), values);
  });
  return sequenceAt(at, 'tuple', items);
};
