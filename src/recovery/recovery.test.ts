import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { parseShell } from '../syntax/shell/index.ts';
import { copiesOf, daysOfAge, policyOf, restores, type Line } from './index.ts';

function linesOf(script: string): readonly Line[] {
  return parseShell(script).commands.map(({ words, redirects }) => ({
    words: words.map(({ text }) => text),
    redirects,
  }));
}

function copies(script: string, variables: Readonly<Record<string, string>> = {}, named = false): unknown {
  const does = copiesOf(linesOf(script), new Map(Object.entries(variables)), named);
  if (!does) return undefined;
  const { method, sources, places, kept, encrypts, regions } = does;
  return [
    method,
    ...sources.map((source) => `from ${source}`),
    ...places.map(({ text }) => `to ${text}`),
    ...regions,
    ...(kept ? ['days' in kept ? `${kept.days} days` : `${kept.copies} copies`] : []),
    ...(encrypts ? ['encrypted'] : []),
  ].join(', ');
}

describe('what a script copies', () => {
  test.each([
    [
      'pg_dump -h orders-db -U app orders > /backup/orders.sql',
      'dump, from orders-db, to /backup/orders.sql',
    ],
    ['pg_dumpall --host=db.example.com | gzip > /b/all.gz', 'dump, from db.example.com, to /b/all.gz'],
    [
      'pg_dump postgres://app:secret@orders-db.shop.svc:5432/orders -f /b/o',
      'dump, from orders-db.shop.svc, to /b/o',
    ],
    [
      'mysqldump -hcarts --all-databases | aws s3 cp - s3://copies/c.sql',
      'dump, from carts, to s3://copies/c.sql',
    ],
    ['mongodump --uri=mongodb://m-0.m:27017/shop --archive=/b/shop.gz', 'dump, from m-0.m, to /b/shop.gz'],
    ['redis-cli -h sessions --rdb /b/dump.rdb', 'dump, from sessions, to /b/dump.rdb'],
    ['etcdctl --endpoints=https://127.0.0.1:2379 snapshot save /b/etcd.db', 'snapshot, to /b/etcd.db'],
    [
      'restic -r s3:s3.eu-west-1.amazonaws.com/copies backup /data && restic forget --keep-daily 7 --keep-monthly 6 --prune',
      'snapshot, to s3:s3.eu-west-1.amazonaws.com/copies, eu-west-1, 186 days, encrypted',
    ],
    [
      'borg create ssh://b@far/./repo::{now} /data; borg prune --keep-within=30d',
      'snapshot, from far, to ssh://b@far/./repo::{now}, 30 days',
    ],
    ['wal-g backup-push $PGDATA; wal-g delete retain FULL 7 --confirm', 'snapshot, 7 copies'],
    ['velero backup create now --ttl 720h0m0s', 'snapshot, 30 days'],
    ['pg_dump x > /b/x; find /b -type f -mtime +14 -delete', 'dump, to /b/x, 14 days'],
    ['pg_dump x > /b/x; ls -1t /b | tail -n +8 | xargs rm -f', 'dump, to /b/x, 7 copies'],
    ['pg_dump x | gpg -e -r ops > /b/x.gpg', 'dump, to /b/x.gpg, encrypted'],
    ['pg_dump x > /dev/null', 'dump'],
    ['docker exec -e PGPASSWORD=x -t orders-db pg_dump -U app x > /b/x', 'dump, from orders-db, to /b/x'],
    ['docker compose -f prod.yml exec -T carts mysqldump shop > /b/x', 'dump, from carts, to /b/x'],
    ['docker exec orders-db pg_dump -h localhost x > /b/x', 'dump, from orders-db, to /b/x'],
    ['docker exec "$CONTAINER" pg_dump x > /b/x', 'dump, to /b/x'],
    ['kubectl -n shop exec orders-db-0 -- sh -c "pg_dump x | gzip" > /b/x', 'dump, from orders-db, to /b/x'],
    [
      'docker run --rm --network shop postgres:16 pg_dump -h orders-db x > /b/x',
      'dump, from orders-db, to /b/x',
    ],
    ['docker exec web ls', undefined],
    ['docker exec -i orders-db pg_restore -d x < /b/x', undefined],
    ['pg_restore -d x /b/x', undefined],
    ['restic restore latest', undefined],
    ['pg_dump --version', undefined],
    ['echo pg_dump', undefined],
    ['aws s3 cp /out s3://reports/', undefined],
  ])('%s', (script, expected) => {
    expect(copies(script)).toBe(expected);
  });

  it('reads variables that tools take in place of flags', () => {
    const variables = {
      PGHOST: 'orders-db',
      BACKUP_KEEP_DAYS: '14',
      S3_BUCKET: 'copies',
      AWS_REGION: 'eu-west-1',
    };
    expect(copies('pg_dump orders | upload', variables)).toBe(
      'dump, from orders-db, to s3://copies, eu-west-1, 14 days',
    );
  });

  it('takes files that are brought elsewhere for copies where the name says so', () => {
    expect(copies('rclone sync /data far:copies', {}, true)).toBe('snapshot, to far:copies');
  });
});

test.each([
  ['pg_restore -d x /b/x', true],
  ['velero restore create --from-backup nightly', true],
  ['aws rds restore-db-instance-from-db-snapshot --db-instance-identifier x', true],
  ['pg_restore --help', false],
  ['pg_dump x', false],
])('whether it brings a copy back: %s', (script, expected) => {
  expect(linesOf(script).some(restores)).toBe(expected);
});

test.each([
  ['30d', { days: 30 }],
  ['4w', { days: 28 }],
  ['RECOVERY WINDOW OF 2 MONTHS', { days: 62 }],
  ['REDUNDANCY 3', { copies: 3 }],
  ['forever', undefined],
  [undefined, undefined],
])('the policy %s', (text, expected) => {
  expect(policyOf(text)).toEqual(expected);
});

test.each([
  ['14d', 14],
  ['2y5m', 887],
  ['168h', 7],
  ['two weeks', undefined],
])('the age %s', (text, expected) => {
  expect(daysOfAge(text)).toBe(expected);
});

it('reads any words in time', () => {
  const word = fc.constantFrom(
    'pg_dump',
    'restic',
    'backup',
    '-h',
    '--keep-daily',
    's3://x',
    '7',
    '/b',
    'tail',
    '-n',
    '+8',
    'rm',
  );
  fc.assert(
    fc.property(fc.array(fc.record({ words: fc.array(word), redirects: fc.constant([]) })), (lines) => {
      copiesOf(lines, new Map([['PGHOST', 'x']]), true);
      lines.some(restores);
    }),
  );
  const before = process.cpuUsage();
  copiesOf(
    [{ words: ['pg_dump', '-h', 'a'.repeat(1_000_000), 'x://'.repeat(250_000)], redirects: [] }],
    new Map(),
    true,
  );
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
