import { known, type UpdateConfigFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

type Tool = UpdateConfigFacts['tool'];

/** Kinds of dependencies for which Dependabot is told to run what these bring. */
export function runsCodeOf(tool: Tool, root: DataNode): UpdateConfigFacts['runsCode'] {
  if (tool === 'renovate') return [];
  return root
    .get('updates')
    .items()
    .flatMap((entry) => {
      const setting = entry.get('insecure-external-code-execution');
      const ecosystem = entry.get('package-ecosystem').text;
      return setting.text === 'allow' && ecosystem !== undefined
        ? [{ ecosystem: known(ecosystem, setting.at) }]
        : [];
    });
}

/** Presets of Renovate that wait: its own for npm, which `config:best-practices` holds, too. */
const WAITING = /^(?:security:minimumReleaseAgeNpm|config:best-practices|npm:unpublishSafe|:unpublishSafe)/;

/** Does each entry, or the whole, wait some days for a version to be found out as bad? */
export function waitsOf(tool: Tool, root: DataNode): UpdateConfigFacts['waits'] {
  if (tool === 'renovate') {
    const age = root.get('minimumReleaseAge');
    if (age.exists) return known(true, age.at);
    const presets = root.get('extends');
    const isWaiting = presets.oneOrMoreTexts().some((name) => WAITING.test(name));
    return known(isWaiting, isWaiting ? presets.at : root.header);
  }
  const entries = root
    .get('updates')
    .items()
    .filter((entry) => entry.isMap && entry.get('open-pull-requests-limit').value !== 0)
    // What is proposed together with others cannot wait by itself.
    .filter((entry) => !entry.has('multi-ecosystem-group'));
  const hasty = entries.find((entry) => !entry.get('cooldown').exists);
  if (hasty) return known(false, hasty.get('package-ecosystem').at);
  return known(entries.length === 0 ? null : true, root.get('updates').header);
}
