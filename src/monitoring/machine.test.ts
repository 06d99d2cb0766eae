import { expect, test } from 'vitest';
import { watchesMachine } from './machine.ts';

const nothing = { words: [], variables: [] };

test.each([
  { words: ['--web.listen-address=:9100', '--path.procfs=/host/proc'], variables: [] },
  { words: ['node_exporter --path.rootfs /host'], variables: [] },
  { words: [], variables: ['TZ', 'HOST_PROC'] },
])('a container that is told where the folders of the machine are measures it: %j', (started) => {
  expect(watchesMachine(started, '/data')).toBe(true);
});

test.each(['/hostfs', '/rootfs/', '/host/proc', '/host/sys/fs/cgroup'])(
  'so does one that is given them where agents look for them: %s',
  (target) => {
    expect(watchesMachine(nothing, target)).toBe(true);
  },
);

test.each([
  [{ words: ['chroot /host', '--path=/proc'], variables: ['HOST', 'HOST_NAME'] }, '/host'],
  [nothing, '/rootfs/etc'],
  [nothing, undefined],
])('others do not: %j %s', (started, target) => {
  expect(watchesMachine(started, target)).toBe(false);
});
