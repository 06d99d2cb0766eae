import { expect, test } from 'vitest';
import { known, unknown, type Fact, type Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { foundTables } from './found.ts';

const place = { file: sourceFile('velero.yaml', 'kind: Schedule\n'), span: { start: 0, end: 4 } };

function shown(intervalHours: Fact<number>, retentionDays: Fact<number>): unknown {
  const facts = { intervalHours, retentionDays, offsite: known(true) };
  const backup = { kind: 'backup', id: 'b', name: 'b', format: 'kubernetes', location: place, facts };
  const [table] = foundTables('recovery', [backup as unknown as Subject]);
  return table?.rows[0]?.slice(3);
}

test.each([
  [5 / 60, 30, ['5 min', '30 d', 'yes']],
  [1.5, 36_500, ['1.5 h', 'until somebody deletes them', 'yes']],
  [168, 8 / 24, ['7 d', '8 h', 'yes']],
])('backups have times as people say them: %d hours, %d days', (hours, days, cells) => {
  expect(shown(known(hours), known(days))).toEqual(cells);
});

test('what the files do not tell of a backup is unknown', () => {
  expect(shown(unknown('a'), unknown('b'))).toEqual(['unknown', 'unknown', 'yes']);
});
