/**
 * The shortest way from each member of a circle back to it, told by its first member alone: of `a` that depends on
 * `b` that depends on `a` it is `a, b`.
 */
export function cyclesOf(
  needs: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const cycles = new Map<string, readonly string[]>();
  const told = new Set<string>();
  for (const id of needs.keys()) {
    if (told.has(id)) continue;
    const cycle = shortest(id, needs);
    if (!cycle) continue;
    cycles.set(id, cycle);
    for (const member of cycle) told.add(member);
  }
  return cycles;
}

function shortest(id: string, needs: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const before = new Map<string, string>();
  const open = [id];
  for (const member of open)
    for (const next of needs.get(member) ?? []) {
      if (next === id) {
        const way = [member];
        for (let at = member; at !== id;) {
          at = before.get(at) ?? id;
          way.push(at);
        }
        return way.reverse();
      }
      if (before.has(next)) continue;
      before.set(next, member);
      open.push(next);
    }
  return undefined;
}
