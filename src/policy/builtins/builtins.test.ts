import { expect, test } from 'vitest';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import { hostBuiltins, SET_AWARE } from './index.ts';
import { readRegoValue, showRegoValue } from './value.ts';

/** Calls as Rego writes them; OPA's own interpreter says what each must give. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  sprintf: [
    '"%s is %d of %v", ["a", 3, 4.5]',
    '"%v %v %v %v", [["a", 1], {"b": [true, null], "a": 1}, {"x", "y"}, set()]',
    '"%s|%q|%x|%X", ["é\\n", "q\\"uote", "hi", "hi"]',
    '"%5d|%-5d|%05d|%+d|%5s|%-5s|%.2s", [1, 2, 3, 4, "a", "b", "cdef"]',
    '"%.2f|%8.3f|%e|%g|%f", [1.005, 3.14159, 12345.678, 0.00001234, 2.5]',
    '"%d %d", [1]',
    '"%d", [1, "two", 3.5]',
    '"%d", ["x"]',
    '"%s", [7]',
    '"%t", [true]',
    '"100%%", []',
    '"%v", [1000000000000000000000]',
    '"%x|%o|%b|%c", [255, 8, 5, 128512]',
    '"%z", [1]',
    '"%", []',
    '"%v", ["__proto__"]',
  ],
  'crypto.sha256': ['""', '"é"'],
  'strings.any_prefix_match': ['"abc", "ab"', '["x", "abc"], {"ab", "q"}', '{"x"}, ["y"]'],
  'strings.any_suffix_match': ['"abc", "bc"', '["x", "abc"], {"bc", "q"}'],
  'strings.count': ['"cheese", "e"', '"aaa", "aa"', '"é😀", ""'],
  indexof_n: ['"cheese", "e"', '"😀a😀a", "a"', '"aaa", "aa"', '"abc", "z"', '"abc", ""'],
  'urlquery.encode': ['"a b&c=d/é*~\'()!"'],
  'urlquery.decode': ['"a+b%26"', '"%zz"'],
  'regex.replace': [
    '"foo-bar", "o+", "0"',
    '"ab12", "([a-z]+)([0-9]+)", "${2}-$1"',
    '"A", "(?i)a", "x"',
    '"abc", "b*", "-"',
    '"a1", "(?P<n>\\\\d)", "<${n}>$$"',
  ],
  'regex.split': [
    '"-", "a-b-c"',
    '"[,;]\\\\s*", "a, b;c"',
    '"x", ""',
    '"", "abc"',
    '"b*", "abc"',
    '"b*", "abbb"',
    '"a", "aba"',
  ],
  'regex.find_n': [
    '"[a-z]", "a1b2c3", 2',
    '"[a-z]", "a1b2c3", -1',
    '"z", "a", -1',
    '"[[:digit:]]+", "a12b3", -1',
  ],
  'semver.is_valid': ['"1.2.3"', '"1.2"', '"1.2.3-rc.1+build"', '"01.2.3"', '"v1.2.3"', '3'],
  'semver.compare': [
    '"1.2.3", "1.10.0"',
    '"1.0.0-rc.1", "1.0.0"',
    '"1.0.0-1", "1.0.0-a"',
    '"1.0.0", "x"',
    '"1.0.0+a", "1.0.0+b"',
  ],
  'net.cidr_is_valid': [
    '"10.0.0.0/8"',
    '"10.0.0.0/33"',
    '"10.0.0.1"',
    '"::/0"',
    '"1.2.3/8"',
    '"10.0.0.0/08"',
    '"fe80::1/64"',
  ],
  'object.subset': [
    '{"a": {"b": 1, "c": 2}}, {"a": {"b": 1}}',
    '{"a": 1}, {"a": 2}',
    '[1, 2, 3, 4], [2, 3]',
    '[1, 2, 3], [1, 3]',
    '{1, 2, 3}, {1, 3}',
    '[1, 2, 3], {3, 1}',
    '{"a": {"x", "y"}}, {"a": {"x"}}',
  ],
  'units.parse_bytes': ['"10Gi"', '"1.5MB"', '"10KiB"', '"7"', '"1e3"', '"1 KB"', '"k"', '"10m"', '"0.5Ki"'],
  'time.parse_rfc3339_ns': [
    '"2026-02-28T12:30:00Z"',
    '"2026-02-28T12:30:00+02:00"',
    '"2026-02-30T00:00:00Z"',
    '"2026-02-28"',
  ],
  'time.parse_ns': [
    '"2006-01-02", "2026-03-01"',
    '"2006-01-02", "2026-02-29"',
    '"02 Jan 2006 15:04", "07 Mar 2026 23:59"',
    '"January 2, 2006 3:04 PM", "March 7, 2026 1:05 AM"',
    '"RFC1123", "Mon, 02 Mar 2026 10:00:00 UTC"',
    '"2006-01-02T15:04:05.000Z07:00", "2026-03-01T00:00:00.500-05:00"',
    '"2006-01-02", "nonsense"',
  ],
  'time.parse_duration_ns': [
    '"1h30m"',
    '"-1.5h"',
    '"0"',
    '"100ms"',
    '"1d"',
    '"1w2d"',
    '"1.5y"',
    '"-1d12h"',
    '""',
    '"1.h"',
  ],
  'time.date': ['1772323200000000000', '[1772323200000000000, "UTC"]', '-1'],
  'time.clock': ['1772366400000000000'],
  'time.weekday': ['1772323200000000000'],
  'time.format': [
    '1772323200000000000',
    '[1772323200000000000, "UTC", "Mon 2 Jan 2006, 15:04"]',
    '[1772323200500000000, "UTC", "RFC3339Nano"]',
    '[1772323200000000000, "", "RFC822Z"]',
  ],
  'time.add_date': [
    '1772323200000000000, 1, 1, 1',
    '1772236800000000000, 0, -3, 1',
    '1738281600000000000, 0, 1, 0',
  ],
  'time.diff': [
    '1772323200000000000, 1738281600000000000',
    '1738281600000000000, 1772366461000000000',
    '1772323200000000000, 1772323200000000000',
    '1709164800000000000, 1740700800000000000',
  ],
};

test('every function that the host answers is held against OPA', () => {
  expect(Object.keys(CALLS).sort()).toEqual(Object.keys(hostBuiltins).sort());
});

test('the host answers as OPA does', async () => {
  const cases = Object.entries(CALLS).flatMap(([name, calls]) => calls.map((args) => ({ name, args })));
  const rego = cases.map(
    ({ name, args }, i) => `test_${i} if {\n\tprint({x | x := ${name}(${args})})\n\tfalse\n}\n`,
  );
  const { problems, tests } = await (
    await loadCompiler()
  ).test({ 'a_test.rego': `package a_test\n\n${rego.join('\n')}` }, { entrypoints: [], inputSchema: null });
  expect(problems).toEqual([]);
  // The test runner reports what evaluation takes for undefined.
  const opa = tests.map(
    ({ detail = '' }, i) =>
      `${call(cases[i])} = ${detail.includes('eval_builtin_error') ? 'set()' : (detail.split('\n')[0] ?? '')}`,
  );
  expect(cases.map((item) => `${call(item)} = ${answerOf(item)}`)).toEqual(opa);
});

test('Rego values are read as Wasm prints them and written as OPA prints them', () => {
  const text = '{"a":[1,{"x","y\\"}"}],"b":{},"c":set(),"d":{{1:2}}}'.replace('{{1:2}}', '{null,true}');
  expect(showRegoValue(readRegoValue(text))).toBe(
    '{"a": [1, {"x", "y\\"}"}], "b": {}, "c": set(), "d": {null, true}}',
  );
});

test('a time zone other than UTC is refused, because zone data depends on the machine', () => {
  const date = hostBuiltins['time.date'] as unknown as (time: unknown) => unknown;
  expect(() => date([0, 'Europe/Berlin'])).toThrow(
    'Policies know the time zone UTC only, not "Europe/Berlin".',
  );
});

const call = (item: { readonly name: string; readonly args: string } | undefined): string =>
  `${item?.name ?? ''}(${item?.args ?? ''})`;

/** The host's answer as a set of one, or of none for undefined, in OPA's notation. */
function answerOf({ name, args }: { readonly name: string; readonly args: string }): string {
  const values = readRegoValue(`[${args}]`) as unknown[];
  const plain = SET_AWARE.has(name) ? values : values.map((value) => JSON.parse(asJson(value)) as unknown);
  const result = hostBuiltins[name]?.(...(plain as never[]));
  return result === undefined ? 'set()' : `{${showRegoValue(result)}}`;
}

/** What crosses the border for functions that do not care for sets: sets as arrays. */
function asJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && 'elements' in part ? part.elements : part,
  );
}
