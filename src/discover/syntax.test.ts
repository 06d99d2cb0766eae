import { expect, it } from 'vitest';
import { syntaxByText, syntaxOf } from './syntax.ts';

it.each([
  ['Dockerfile', 'dockerfile'],
  ['web/dockerfile', 'dockerfile'],
  ['Dockerfile.web', 'dockerfile'],
  ['Dockerfile-dev', 'dockerfile'],
  ['web.Dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['Dockerfile.dockerignore', undefined],
  ['Dockerfile.j2', undefined],
  ['Dockerfile.md', 'markdown'],
  ['dockerfile.yaml', 'yaml'],
  ['.dockerfile', undefined],
  ['mydockerfile', undefined],
  ['ops/crontab', 'crontab'],
  ['etc/cron.d/backup', 'crontab'],
  ['etc/cron.d/.placeholder', undefined],
  ['etc/cron.d/backup.sh', undefined],
  ['wal-g.env', 'ini'],
  ['backup-orders.env', 'ini'],
  ['production.env', undefined],
  ['backup.timer', 'unit'],
  ['docs/architecture.mmd', 'mermaid'],
  ['orders.service.ts', undefined],
])('%s is read as %s', (path, expected) => {
  expect(syntaxOf(path)).toBe(expected);
});

it.each([
  ['unit', '[Unit]\nDescription=x\n[Timer]\nOnCalendar=daily\n', { syntax: 'ini' }],
  ['unit', '[D-BUS Service]\nName=x\n', { reason: 'It is no service or timer of systemd.' }],
  ['conf', '[global]\nrepo1-path=/copies\n', { syntax: 'ini' }],
  ['conf', '[orders]\nbackup_method = postgres\n', { syntax: 'ini' }],
  ['conf', "archive_command = 'wal-g wal-push %p'\n", { syntax: 'ini' }],
  [
    'conf',
    'server { listen 80; }\n',
    { reason: 'It is no configuration of Fluent Bit, Fluentd, pgBackRest or Barman.' },
  ],
  ['toml-file', 'repository = "/copies"\n[a.backup]\n', { syntax: 'toml' }],
] as const)('a %s with %j is told by its text', (named, text, expected) => {
  expect(syntaxByText(named, text)).toEqual(expected);
});
