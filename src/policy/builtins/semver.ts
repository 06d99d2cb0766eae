const SEMVER =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;

export const semverBuiltins = {
  'semver.is_valid': (version: unknown): boolean => typeof version === 'string' && SEMVER.test(version),
  'semver.compare': (left: string, right: string): number | undefined => {
    const a = SEMVER.exec(left);
    const b = SEMVER.exec(right);
    if (a === null || b === null) return undefined;
    for (let i = 1; i <= 3; i++) {
      const difference = BigInt(a[i] ?? 0) - BigInt(b[i] ?? 0);
      if (difference !== 0n) return difference < 0n ? -1 : 1;
    }
    return comparePrereleases(a[4], b[4]);
  },
};

/** Semantic Versioning 2.0, paragraph 11: a release is above its pre-releases, numbers are below words. */
function comparePrereleases(left: string | undefined, right: string | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  const a = left.split('.');
  const b = right.split('.');
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = compareIdentifiers(a[i], b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  const numeric = [/^\d+$/.test(a), /^\d+$/.test(b)] as const;
  if (numeric[0] && numeric[1]) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return a < b ? -1 : 1;
}
