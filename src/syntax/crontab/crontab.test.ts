import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { parseCrontab } from './index.ts';

function jobs(path: string, text: string): unknown {
  return (parseCrontab(sourceFile(path, text)).documents[0]?.value as { jobs: unknown }).jobs;
}

it('reads variables, schedules and commands, and what is input of a command', () => {
  const text =
    'SHELL="/bin/bash"\n# nightly\n  30 2 * * 1-5 dump --day $(date +\\%F)%input\n@daily x y\n* * *\n';
  const { documents, diagnostics } = parseCrontab(sourceFile('crontab', text));
  expect(documents[0]?.value).toEqual({
    jobs: [
      { schedule: '30 2 * * 1-5', command: 'dump --day $(date +%F)' },
      { schedule: '@daily', command: 'x y' },
    ],
    variables: { SHELL: '/bin/bash' },
  });
  expect(documents[0]?.comments.map((one) => one.text)).toEqual(['nightly']);
  expect(documents[0] && formatLocation(documents[0].locate(['jobs', 0, 'command']))).toBe('crontab:3:16');
  expect(diagnostics.map(({ level, location }) => [level, location && formatLocation(location)])).toEqual([
    ['warning', 'crontab:5:1'],
  ]);
});

test.each([
  ['crontab', '0 1 * * * backup /srv', { schedule: '0 1 * * *', user: 'backup', command: '/srv' }],
  ['crontab', '0 1 * * * app /srv', { schedule: '0 1 * * *', command: 'app /srv' }],
  ['etc/cron.d/a', '0 1 * * * app /srv', { schedule: '0 1 * * *', user: 'app', command: '/srv' }],
  ['etc/crontab', '@weekly app /srv', { schedule: '@weekly', user: 'app', command: '/srv' }],
])('tells in %s who runs %j where it is told', (path, text, job) => {
  expect(jobs(path, text)).toEqual([job]);
});

it('reads any text', () => {
  const line = fc.oneof(fc.constantFrom('* * * * * a', '@daily', 'A=b', '% % % % % %', '#'), fc.string());
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(parseCrontab(sourceFile('crontab', lines.join('\n'))).documents).toHaveLength(1);
    }),
  );
});

it('looks at no more words of a line than it needs', () => {
  const command = 'a '.repeat(8_000_000).trim();
  expect(jobs('crontab', `* * * * * ${command}`)).toEqual([{ schedule: '* * * * *', command }]);
});
