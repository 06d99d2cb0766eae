import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { purposeOf, type Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseCrontab } from '../../syntax/crontab/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseIni } from '../../syntax/ini/index.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { format } from './index.ts';

type Texts = Readonly<Record<string, string>>;

function documentsOf(path: string, text: string): readonly DataDocument[] {
  const file = sourceFile(path, text);
  if (/\.(?:sh|yaml)$/.test(path)) return [];
  if (path.includes('cron')) return parseCrontab(file).documents;
  if (path.endsWith('.toml')) return parseToml(file).documents;
  return (path.endsWith('.yml') ? parseYaml(file) : parseIni(file)).documents;
}

async function read(texts: Texts): Promise<{ subjects: readonly Subject[]; included: readonly string[] }> {
  const documents = Object.entries(texts).flatMap(([path, text]) => documentsOf(path, text));
  const { subjects, included = [] } = await format.normalize(
    documents.filter((document) => format.detect(document)),
    {
      environmentOf: purposeOf,
      readText: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
      exists: (path) => Object.hasOwn(texts, path),
      filesBelow: () => undefined,
    },
  );
  return { subjects, included: included.map(({ path }) => path) };
}

/** Each subject's facts of such names, by its name. */
async function factsOf(texts: Texts, ...names: readonly string[]): Promise<Record<string, unknown>> {
  const { subjects } = await read(texts);
  return Object.fromEntries(
    subjects.map(({ name, facts }) => [
      name,
      names.map((fact) => {
        const value = (facts as unknown as Record<string, { value?: unknown }>)[fact];
        return Array.isArray(value) ? value : value?.value;
      }),
    ]),
  );
}

it('reads what a machine copies: files of tools, with the timers and tables of cron that start them', async () => {
  const folder = `${import.meta.dirname}/samples/machine`;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort();
  const { subjects, included } = await read(
    Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')])),
  );
  expect(included).toEqual(['scripts/ledger-backup.sh']);
  await expect(`${printSubjects(subjects)}\n`).toMatchFileSnapshot('samples/machine.expected.txt');
});

const STANZA = '[orders]\npg1-path=/pg\nrepo1-path=/copies\n';
const SERVICE = '[Service]\nType=oneshot\nExecStart=pgbackrest --stanza=orders backup\n';
const TIMER = '[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n';

test.each([
  ['nothing starts pgBackRest', {}, { unknown: 'nothing among the files starts it' }],
  ['a timer starts it', { 'b.service': SERVICE, 'b.timer': TIMER }, true],
  [
    'a service starts it, and no timer the service',
    { 'b.service': SERVICE },
    { unknown: 'no timer among the files starts b' },
  ],
  [
    'a timer starts another stanza',
    { 'b.service': SERVICE.replace('orders', 'stock'), 'b.timer': TIMER },
    { unknown: 'nothing among the files starts it' },
  ],
  [
    'the timer is for another service',
    { 'b.service': SERVICE, 'c.timer': TIMER },
    { unknown: 'no timer among the files starts b' },
  ],
  [
    'a timer names the service',
    { 'b.service': SERVICE, 'c.timer': TIMER.replace(']', ']\nUnit=b.service') },
    true,
  ],
  [
    'a command is taken back',
    { 'b.service': `${SERVICE}ExecStart=\nExecStart=/bin/true\n`, 'b.timer': TIMER },
    { unknown: 'nothing among the files starts it' },
  ],
])('where %s, whether it runs is known or not', async (_, beside, active) => {
  const facts = await factsOf({ 'pgbackrest.conf': STANZA, ...beside }, 'active');
  expect(facts).toMatchObject({ orders: [active] });
});

test.each([
  ['OnCalendar=hourly', 1],
  ['OnUnitInactiveSec=1h 30min', 1.5],
  ['OnCalendar=daily\nOnCalendar=', { unknown: 'the timer does not say how often it runs' }],
  ['OnCalendar=daily\nOnCalendar=12:00', { unknown: 'the timer has several times' }],
  ['OnCalendar=tomorrow', { unknown: 'the schedule "tomorrow" cannot be read' }],
  ['OnBootSec=10min', { unknown: 'the timer does not say how often it runs' }],
])('of a timer with %j the gap is known only where it is sure', async (timer, hours) => {
  const service = '[Service]\nExecStart=/bin/sh -c "pg_dump -h orders-db > /copies/orders"\n';
  const facts = await factsOf(
    {
      'orders-backup.service': service,
      'orders-backup.timer': `[Timer]\n${timer}\n[Install]\nWantedBy=timers.target\n`,
    },
    'intervalHours',
    'sources',
  );
  expect(facts).toEqual({ 'orders-backup': [hours, ['orders-db']] });
});

test.each([
  ['repo1-retention-full-type=time\nrepo1-retention-full=14', 14],
  ['repo1-retention-full=2', 2],
  ['repo1-retention-full=two', { unknown: '"two" is no number of copies or days' }],
  ['repo1-host=copies', { unknown: 'the machine copies decides how long copies are kept' }],
])('with %j pgBackRest keeps copies so long', async (settings, days) => {
  const service = SERVICE.replace('backup', '--type=full backup');
  const facts = await factsOf(
    { 'pgbackrest.conf': `${STANZA}${settings}\n`, 'b.service': service, 'b.timer': TIMER },
    'retentionDays',
  );
  expect(facts).toEqual({ orders: [days] });
});

it('counts only full copies where pgBackRest is told how many of these to keep', async () => {
  const facts = await factsOf(
    { 'pgbackrest.conf': `${STANZA}repo1-retention-full=2\n`, 'b.service': SERVICE, 'b.timer': TIMER },
    'retentionDays',
  );
  const reason = '2 full copies are kept, and how often one is made is not known';
  expect(facts).toEqual({ orders: [{ unknown: reason }] });
});

it('says of a tool that ships logs itself that a timer does not tell how much is lost', async () => {
  const facts = await factsOf({ crontab: '0 2 * * * wal-g backup-push /pg\n' }, 'intervalHours', 'method');
  const open = { unknown: "whether logs are shipped is for PostgreSQL's archive_command to say" };
  expect(facts).toEqual({ 'wal-g (line 1)': [open, open] });
});

it('starts the borgmatic of each environment by its own timer', async () => {
  const borg = (base: string): string => `repositories: [ssh://far/./${base}]\nsource_directories: [/srv]\n`;
  const service = '[Service]\nExecStart=systemd-inhibit --who=borgmatic /usr/bin/borgmatic --verbosity -1\n';
  const { subjects } = await read({
    'staging/borgmatic.yml': borg('staging'),
    'production/borgmatic.yml': borg('production'),
    'staging/b.service': service,
    'staging/b.timer': TIMER.replace('daily', 'weekly'),
    'production/b.service': service,
    'production/b.timer': TIMER,
  });
  expect(
    subjects.map(({ id, facts }) => [
      id,
      (facts as { intervalHours?: { value: unknown } }).intervalHours?.value,
    ]),
  ).toEqual([
    ['staging/borgmatic.yml', 168],
    ['production/borgmatic.yml', 24],
  ]);
});

it('never throws, whatever stands in units, tables and settings', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      '[Timer]',
      '[Service]',
      '[global]',
      '[barman]',
      '[orders]',
      'ExecStart=%i /bin/sh -c "pgbackrest backup',
      'ExecStart=/opt/backup.sh',
      'Unit=@.service',
      'OnCalendar=*-*-* 0/0',
      'pg1-path=',
      'repo1-retention-full=1e9',
      'conninfo=host=',
      'archive_command=\\',
      'WALG_S3_PREFIX=__proto__',
      '__proto__=1',
      '* * * * * borgmatic',
      '@never x%',
    ),
    fc.string({ maxLength: 30 }),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(text, text, text, async (a, b, c) => {
      await expect(read({ 'a.timer': a, 'a.service': b, crontab: c, 'a.conf': a })).resolves.toBeDefined();
    }),
    { numRuns: 300 },
  );
});
