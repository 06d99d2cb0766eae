import { describe, expect, it } from 'vitest';
import { show } from '../../../test/support/screen.ts';
import type { Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseSql } from '../../syntax/sql/index.ts';
import { detect } from './detect.ts';
import { normalize } from './normalize.ts';

function subjectsFrom(files: Readonly<Record<string, string>>): readonly Subject[] {
  const documents = Object.entries(files).map(([path, text]) => parseSql(sourceFile(path, text)));
  return normalize(documents.filter(detect)).subjects;
}

function migrations(files: Readonly<Record<string, string>>): string[] {
  return subjectsFrom(files).map((one) => {
    if (one.kind !== 'migration') return one.kind;
    const { tool, undo } = one.facts;
    return `${one.name} ${show(tool).replace(/ @.*/, '')} ${show(undo)}`;
  });
}

function breaking(text: string): string[] {
  const [one] = subjectsFrom({ 'migrations/1.sql': text });
  return one?.kind === 'migration' ? one.facts.breaking.map(({ statement }) => show(statement)) : [];
}

describe('the newest migration', () => {
  const up = 'alter table a add b int;';
  it.each<[what: string, files: Record<string, string>, expected: string[]]>([
    ['by number', { 'migrations/9_a.sql': up, 'migrations/10_b.sql': up }, ['10_b.sql sql null']],
    [
      'by parts',
      { 'db/V1.9__a.sql': up, 'db/V1.10__b.sql': up, 'db/R__c.sql': up },
      ['V1.10__b.sql flyway null'],
    ],
    [
      'of each folder',
      { 'a/migrations/1.sql': up, 'b/migrations/1.sql': up },
      ['1.sql sql null', '1.sql sql null'],
    ],
    [
      'with what takes it back',
      { 'm/1_a.up.sql': up, 'm/1_a.down.sql': 'alter table a drop b' },
      ['1_a.up.sql golang-migrate true @1:1'],
    ],
    [
      'with nothing in that',
      { 'm/1_a.up.sql': up, 'm/1_a.down.sql': '-- nothing' },
      ['1_a.up.sql golang-migrate false'],
    ],
    [
      'of Prisma',
      { 'prisma/migrations/2024_a/migration.sql': up, 'prisma/migrations/2025_b/migration.sql': up },
      ['2025_b/migration.sql prisma null'],
    ],
    [
      'of Diesel',
      { 'migrations/2024-01-09-1_a/up.sql': up, 'migrations/2024-01-10-1_b/up.sql': up },
      ['2024-01-10-1_b/up.sql diesel false'],
    ],
    [
      'of goose',
      { 'migrations/1.sql': `-- +goose Up\n${up}\n-- +goose Down\ndrop table a;` },
      ['1.sql goose true'],
    ],
    ['of dbmate', { 'migrations/1.sql': `-- migrate:up\n${up}\n-- migrate:down\n` }, ['1.sql dbmate false']],
    ['without a version', { 'migrations/seed.sql': up }, []],
  ])('%s', (_, files, expected) => {
    expect(migrations(files)).toEqual(expected);
  });
});

describe('what the version before misses', () => {
  it.each<[text: string, expected: string[]]>([
    ['drop table if exists public.a;', ['drop table if exists public.a @1:1']],
    ['drop index a; drop function b; drop trigger c on d;', []],
    ['create table tmp_a (b int); drop table tmp_a;', []],
    ['drop view a; create or replace view a as select 1;', []],
    ['alter table only "A"."b" drop column c, add d int;', ['drop column c @1:26']],
    ['alter table a drop constraint b, drop index c, alter column d drop not null;', []],
    ['alter table a rename b to c; alter table a rename to d;', ['rename b to c @1:15', 'rename to d @1:44']],
    ['alter table a rename constraint b to c', []],
    ['alter table a change b b bigint, change column c d int', ['change column c d int @1:34']],
    ['alter table a add b int not null, add c int not null default 0', ['add b int not null @1:15']],
    ['alter table a add constraint b check (c is not null)', []],
    ['truncate a; delete from b; delete from c where d;', ['truncate a @1:1', 'delete from b @1:13']],
    ["comment on table a is 'drop table a'; -- drop table a;", []],
    ['-- +goose Up\nselect 1;\n-- +goose Down\ndrop table a;', []],
  ])('%s', (text, expected) => {
    expect(breaking(text)).toEqual(expected);
  });
});

it('reads whatever stands where without throwing', () => {
  for (const text of [
    '',
    ';',
    'alter',
    'alter table',
    'alter table a',
    'drop',
    'drop table',
    'create',
    'alter table .',
    ')(',
  ])
    expect(breaking(text)).toEqual(text === 'drop table' ? ['drop table @1:1'] : []);
});
