import type { Rule } from '../rule.ts';
import type { PolicyModule } from './compiler.ts';
import { factNames, ruleModules } from './structure.ts';

/**
 * Which facts a rule can read: those whose names stand in its module, or in a library that it may call. A name may stand
 * there for another reason; then the rule is given a fact that it does not read.
 */
export function readsOf(
  modules: readonly PolicyModule[],
  inputSchema: unknown,
): (module: PolicyModule) => Rule['reads'] {
  const names = factNames(inputSchema);
  const rules = new Set(ruleModules(modules));
  const shared = modules.filter((module) => !rules.has(module)).map(({ words }) => words);
  return ({ words }) => {
    const all = [words, ...shared];
    if (all.includes(null)) return null;
    const known = new Set(all.flatMap((one) => one ?? []));
    return names.filter((name) => known.has(name));
  };
}
