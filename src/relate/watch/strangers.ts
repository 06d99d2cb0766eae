import { known, unknown, type Fact, type StrangerFacts, type SubjectKind } from '../../model/index.ts';
import { SERVICE_KEYS } from '../../monitoring/index.ts';
import { normalizeName } from '../components/names.ts';
import { relatedTo } from '../facts.ts';
import type { Subjects } from '../subjects.ts';

/** What runs, or is called, and has a name of its own. */
const RUNNING: readonly SubjectKind[] = [
  'workload',
  'cluster-service',
  'task-definition',
  'web-app',
  'runtime',
  'gateway',
  'endpoint',
  'scrape',
  'objective',
];

/** Services that alerts name and that neither the plan nor the files have: renamed, removed, or never there. */
export function strangersAmong(
  subjects: Subjects,
  counts: (environment: string | undefined) => boolean,
): Fact<readonly StrangerFacts[]> {
  const components = subjects.of('plan-component').map(({ name }) => normalizeName(name));
  const files = RUNNING.flatMap((kind) => subjects.of(kind).map(({ name }) => normalizeName(name)));
  const resources = subjects.of('stack').flatMap(({ facts }) => facts.resources.map(wordsOf));
  const names = [...new Set([...components, ...files])].filter((name) => name !== '');
  const strangers = new Map<string, StrangerFacts>();
  const places = [];
  for (const alert of subjects.of('alert')) {
    if (!counts(alert.environment) || !alert.facts.routed) continue;
    for (const label of SERVICE_KEYS) {
      const service = alert.facts.labels[label];
      if (service === undefined || service.includes('{{') || strangers.has(service)) continue;
      const wanted = normalizeName(service);
      if (wanted === '' || names.some((name) => related(name, wanted))) continue;
      if (resources.some((resource) => resource.includes(`-${wanted}-`))) continue;
      strangers.set(service, { service, alert: alert.id });
      places.push(alert);
    }
  }
  if (strangers.size > 0 && components.length + files.length + resources.length === 0)
    return unknown('neither the plan nor the files name any service');
  return known([...strangers.values()], undefined, relatedTo(places, 'the alert is here'));
}

/** One is the other, or a part of it: `orders` and `orders-api`. */
function related(name: string, wanted: string): boolean {
  return `-${name}-`.includes(`-${wanted}-`) || `-${wanted}-`.includes(`-${name}-`);
}

function wordsOf(address: string): string {
  return `-${normalizeName(address).replaceAll(/[^a-z0-9]+/g, '-')}-`;
}
