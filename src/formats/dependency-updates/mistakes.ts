import { known, unknown, type UpdateConfigFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';
import names from './names.json' with { type: 'json' };

type Mistake = UpdateConfigFacts['mistakes'][number];

/** What is written for a kind of dependencies, and how Dependabot names that. */
const NAMES: Readonly<Record<string, string>> = names;
const INTERVALS = ['daily', 'weekly', 'monthly', 'quarterly', 'semiannually', 'yearly', 'cron'];
/** Presets of Renovate's own, under `config:`. */
const PRESETS = [
  'base',
  'best-practices',
  'js-app',
  'js-lib',
  'recommended',
  'semverAllMonthly',
  'semverAllWeekly',
];

const mistake = (problem: string, at: Location): Mistake => ({ problem: known(problem, at) });

/** What is there of a repository, of which only a part may be scanned. */
export interface Repository {
  exists(folder: string): boolean;
  /** Has any folder such dependencies? */
  has(ecosystem: string): boolean;
}

/** What keeps Dependabot from taking an entry, or from finding what it should update. */
export function mistakesOfEntry(entry: DataNode, repository: Repository): readonly Mistake[] {
  if (!entry.isMap) return [];
  const ecosystem = entry.get('package-ecosystem');
  const { text } = ecosystem;
  const right = text !== undefined && Object.hasOwn(NAMES, text) ? NAMES[text] : undefined;
  return [
    ...(text === undefined ? [mistake('an entry names no `package-ecosystem`', entry.header)] : []),
    ...(right === undefined
      ? []
      : [mistake(`there is no ecosystem \`${text}\`, but \`${right}\``, ecosystem.at)]),
    ...interval(entry, text ?? ''),
    ...folders(entry, text ?? '', right ?? text ?? '', repository),
  ];
}

/** Entries that go together have one schedule, which stands elsewhere. */
function interval(entry: DataNode, name: string): readonly Mistake[] {
  if (entry.has('multi-ecosystem-group')) return [];
  const schedule = entry.get('schedule');
  const given = schedule.get('interval');
  if (given.text === undefined)
    return [
      mistake(
        `the entry of \`${name}\` has no \`schedule.interval\``,
        schedule.exists ? schedule.at : entry.header,
      ),
    ];
  if (!INTERVALS.includes(given.text))
    return [mistake(`there is no interval \`${given.text}\`, but ${INTERVALS.join(', ')}`, given.at)];
  if (given.text === 'cron' && schedule.get('cronjob').text === undefined)
    return [mistake('the interval `cron` has no `cronjob`', given.at)];
  return [];
}

function folders(
  entry: DataNode,
  name: string,
  ecosystem: string,
  repository: Repository,
): readonly Mistake[] {
  const one = entry.get('directory');
  const several = entry.get('directories');
  if (one.text === undefined && !several.isList)
    return [mistake(`the entry of \`${name}\` has no \`directory\``, entry.header)];
  return [one, ...several.items()].flatMap((node) => {
    const { text } = node;
    if (text === undefined || /[*?[{]/.test(text) || repository.exists(text)) return [];
    if (repository.has(ecosystem))
      return [mistake(`there is no folder \`${text}\` for \`${name}\``, node.at)];
    const reason = `neither \`${text}\` nor anything else of \`${name}\` is among the files`;
    return [{ problem: unknown(reason, node.at) }];
  });
}

/** Presets that Renovate does not have: it then updates nothing. */
export function mistakesOfPresets(presets: DataNode): readonly Mistake[] {
  const nodes = presets.isList ? presets.items() : [presets];
  return nodes.flatMap((node) => {
    const name = /^config:([^():]+)(?:\(.*\))?$/.exec(node.text ?? '')?.[1];
    if (name === undefined || PRESETS.includes(name)) return [];
    return [mistake(`Renovate has no preset \`config:${name}\``, node.at)];
  });
}
