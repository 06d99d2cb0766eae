import { isUnknown, known, unknown, type Fact } from '../../model/index.ts';

/** How the clouds name versions of TLS, and policies that imply one: the first pattern that fits. */
const NAMES: readonly (readonly [pattern: RegExp, version: (digit: number) => number])[] = [
  [/^SSL/, () => 0],
  // `ELBSecurityPolicy-TLS13-1-2-2021-06`, `SecurityPolicy_TLS13_1_3_2025_09`: the best version, then the oldest.
  [/TLS13[-_]1[-_](\d)/, (digit) => 1 + digit / 10],
  [/^SecurityPolicy_TLS1(\d)_/, (digit) => 1 + digit / 10],
  // `ELBSecurityPolicy-TLS-1-2-Ext-2018-06`, `ELBSecurityPolicy-FS-1-2-Res-2020-10`
  [/(?:TLS|FS)-1-(\d)/, (digit) => 1 + digit / 10],
  [/^ELBSecurityPolicy-(?:FS-2018|201\d)/, () => 1],
  [/^AppGwSslPolicy20150501$/, () => 1],
  [/^AppGwSslPolicy20170401$/, () => 1.1],
  [/^AppGwSslPolicy(?:20170401S|2022)/, () => 1.2],
  // `TLSv1.2_2021`, `TLSv1_2`, `TLS_1_2`, `TLS12`, `1.2`; but `TLSv1_2016` is 1.0.
  [/^(?:TLS)?v?_?1[._]?(\d)(?!\d)/i, (digit) => 1 + digit / 10],
  [/^TLSv?1(?:_20\d\d)?$|^1$/i, () => 1],
];

/** The oldest version of TLS that a name allows; undefined for a name that nobody here knows. */
export function tlsVersion(name: string): number | undefined {
  for (const [pattern, version] of NAMES) {
    const match = pattern.exec(name);
    if (match) return version(Number(match[1] ?? 0));
  }
  return undefined;
}

/** The version that a text names. */
export function versionOf(named: Fact<string>): Fact<number | null> {
  const { value, at, related } = named;
  if (isUnknown(value)) return { ...named, value };
  const version = tlsVersion(value);
  return version === undefined
    ? unknown(`"${value}" is not a known name`, at, related)
    : known(version, at, related);
}
