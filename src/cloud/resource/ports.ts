import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { derive } from './logic.ts';
import { byDefault, number, text, type Part } from './part.ts';

/** Numbers of protocols that rules name; the others stay as they are written. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  '-1': 'all',
  '*': 'all',
  any: 'all',
  all: 'all',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};

export interface Ports {
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
}

export function protocolOf(fact: Fact<string>): Fact<string> {
  return derive(fact, (value) => PROTOCOLS[value.toLowerCase()] ?? value.toLowerCase());
}

/** Every port, at a place that says so. */
export function allPorts(place: Pick<Fact<unknown>, 'at' | 'related'>): Ports {
  return { fromPort: known(0, place.at, place.related), toPort: known(65535, place.at, place.related) };
}

/** Ports as AWS has them; for every protocol they do not count, and -1 stands for all types of ICMP. */
export function portsOf(
  part: Part,
  protocol: Fact<string>,
  names: readonly [from: string, to: string],
): Ports {
  if (valueOf(protocol) === 'all') return allPorts(protocol);
  const from = number(part, names[0]);
  const to = number(part, names[1]);
  const name = valueOf(protocol) ?? '';
  if (name.startsWith('icmp')) return allPorts(from ?? protocol);
  if (!from && !to) return allPorts(byDefault(0, part));
  if (from && to && valueOf(from) === -1 && valueOf(to) === -1) return allPorts(from);
  return { fromPort: from ?? byDefault(0, part), toPort: to ?? byDefault(65535, part) };
}

/** One or several ranges as Azure and Google write them: `*`, `443`, `8000-8100`. */
export function rangeOf(written: Fact<string>): Ports {
  const { value } = written;
  if (isUnknown(value)) return { fromPort: derive(written, () => 0), toPort: derive(written, () => 0) };
  if (value === '*') return allPorts(written);
  const [from = Number.NaN, to = from] = value
    .split('-')
    .map((port) => (port.trim() === '' ? Number.NaN : Number(port)));
  if (Number.isNaN(from) || Number.isNaN(to)) {
    const fact = unknown(`"${value}" is not a range of ports`, written.at, written.related);
    return { fromPort: fact, toPort: fact };
  }
  return { fromPort: derive(written, () => from), toPort: derive(written, () => to) };
}

/** The written name of the protocol, or the provider's default. */
export function protocolNamed(part: Part, attribute: string, absent: string): Fact<string> {
  return protocolOf(text(part, attribute) ?? byDefault(absent, part));
}
