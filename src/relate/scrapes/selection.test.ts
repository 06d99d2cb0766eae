import { expect, it } from 'vitest';
import { known, unknown, type Fact, type ScrapeFacts, type SubjectOf } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { byKind } from '../subjects.ts';
import { indexTargets, relateScrape } from './selection.ts';

const location = { file: sourceFile('a.yaml', ''), span: { start: 0, end: 0 } };

function service(
  name: string,
  namespace: Fact<string>,
  labels: Readonly<Record<string, string>>,
  selector: Readonly<Record<string, string>> = {},
): SubjectOf<'cluster-service'> {
  const facts = { namespace, labels, selector, portNames: ['http'], ports: 1, answered: known(true) };
  return { kind: 'cluster-service', id: name, name, format: 'kubernetes', location, facts };
}

function monitor(selection: Partial<NonNullable<ScrapeFacts['selection']>>): SubjectOf<'scrape'> {
  const facts: ScrapeFacts = {
    system: 'prometheus',
    source: 'service-monitor',
    job: unknown('its job is called like what it finds'),
    targets: [],
    discoveries: ['kubernetes'],
    selection: {
      of: 'services',
      namespaces: ['shop'],
      labels: [{ label: 'app', operator: 'in', values: ['checkout'] }],
      port: known('http'),
      namesJob: true,
      jobLabel: null,
      ...selection,
    },
    services: known(['own']),
    workloads: [],
    mismatch: known(null),
    intervalSeconds: known(30),
    encrypted: known(false),
    authenticated: known(false),
    droppedMetrics: [],
  };
  return { kind: 'scrape', id: 'm', name: 'm', format: 'prometheus', location, facts };
}

const shop = known('shop');
const related = (
  services: readonly SubjectOf<'cluster-service'>[],
  selection: Parameters<typeof monitor>[0] = {},
): readonly unknown[] => {
  const { facts } = relateScrape(monitor(selection), indexTargets(byKind(services)));
  return [facts.job.value, facts.services.value, facts.mismatch.value];
};

const called = { unknown: 'its job is called like what it finds' };

it.each([
  ['a Service by its labels', [service('pay', shop, { app: 'checkout' })], {}, ['pay', ['own', 'pay'], null]],
  [
    'the job by a label of the Service',
    [service('pay', shop, { app: 'checkout', team: 'x' })],
    { jobLabel: 'team' },
    ['x', ['own', 'pay'], null],
  ],
  [
    'nothing where the labels are those of the pods',
    [service('pay', shop, {}, { app: 'checkout' })],
    {},
    [called, ['own'], 'the Service pay does not carry the labels itself, only the pods behind it do'],
  ],
  [
    'nothing where no port has the name',
    [service('pay', shop, { app: 'checkout' })],
    { port: known('metrics') },
    ['pay', ['own', 'pay'], 'no port of the Service pay is named metrics'],
  ],
  [
    'nothing where the Service is in another namespace',
    [service('pay', known('web'), { app: 'checkout' })],
    {},
    [called, ['own'], 'the Service pay is in another namespace than shop'],
  ],
  [
    'a Service of a namespace that is not stated',
    [service('pay', unknown('no namespace is stated'), { app: 'checkout' })],
    {},
    ['pay', ['own', 'pay'], null],
  ],
  ['nothing to say of what is not in the files', [], {}, [called, ['own'], null]],
  [
    'nothing by a label that must be absent',
    [service('pay', shop, { app: 'checkout', canary: 'yes' })],
    {
      labels: [
        { label: 'app', operator: 'in' as const, values: ['checkout'] },
        { label: 'canary', operator: 'absent' as const, values: [] },
      ],
    },
    [called, ['own'], null],
  ],
])('finds %s', (_, services, selection, expected) => {
  expect(related(services, selection)).toEqual(expected);
});
