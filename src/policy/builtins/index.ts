import { cryptoBuiltins } from './crypto.ts';
import { netBuiltins } from './net.ts';
import { objectBuiltins } from './object.ts';
import { regexBuiltins } from './regex.ts';
import { semverBuiltins } from './semver.ts';
import { sprintf } from './sprintf.ts';
import { stringBuiltins } from './strings.ts';
import { timeBuiltins } from './time.ts';
import { unitBuiltins } from './units.ts';

/** A function of Rego that the host answers. `undefined` is Rego's undefined, as when OPA's own function errs. */
export type Builtin = (...args: readonly never[]) => unknown;

/**
 * Pure functions that OPA has and its Wasm lacks, by OPA's names. Everything that looks at clock, network, host or
 * randomness is left out for good: policies that call it do not compile.
 */
export const hostBuiltins: Readonly<Record<string, Builtin>> = {
  sprintf,
  ...cryptoBuiltins,
  ...netBuiltins,
  ...objectBuiltins,
  ...regexBuiltins,
  ...semverBuiltins,
  ...stringBuiltins,
  ...timeBuiltins,
  ...unitBuiltins,
};

/** Functions whose arguments can hold sets and must tell them from arrays. */
export const SET_AWARE: ReadonlySet<string> = new Set([
  'sprintf',
  'object.subset',
  'strings.any_prefix_match',
]);
