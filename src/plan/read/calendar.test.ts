import { describe, expect, it } from 'vitest';
import { dateProblem, parseHours } from './calendar.ts';

describe('a duration', () => {
  it.each([
    ['90m', 1.5],
    ['1h', 1],
    ['1h30m', 1.5],
    ['30d', 720],
    ['2w', 336],
    ['36s', 0.01],
    ['1.5h', 1.5],
    ['0m', 0],
    ['PT90M', 1.5],
    ['P30D', 720],
    ['P1DT12H', 36],
    ['P2W', 336],
    ['PT0.5H', 0.5],
  ])('%s is %d hours', (text, hours) => {
    expect(parseHours(text)).toBe(hours);
  });

  it.each([
    '',
    '1',
    'h',
    '1 h',
    '-1h',
    '1h 30m',
    '30m1h',
    '1h1h',
    '1H',
    'P',
    'PT',
    'P1M',
    'P1Y',
    'P1H',
    'PT1D',
    'pt1h',
    '1e3h',
    '1month',
    '١h',
  ])('%j is none', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });

  it('is refused quickly, however long the text', () => {
    const start = performance.now();
    expect(parseHours('1h'.repeat(500_000))).toBeUndefined();
    expect(parseHours(`P${'1D'.repeat(500_000)}!`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a date', () => {
  it.each(['2026-01-31', '2028-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(dateProblem(text)).toBeUndefined();
  });

  it.each([
    ['2026-02-29', 'is not a day of the calendar'],
    ['1900-02-29', 'is not a day of the calendar'],
    ['2026-04-31', 'is not a day of the calendar'],
    ['2026-13-01', 'is not a day of the calendar'],
    ['2026-00-10', 'is not a day of the calendar'],
    ['2026-1-1', 'is not a date'],
    ['2026-01-01T00:00:00Z', 'is not a date'],
    ['01/02/2026', 'is not a date'],
    ['2026-01-01\n', 'is not a date'],
  ])('%j %s', (text, problem) => {
    expect(dateProblem(text)).toBe(problem);
  });
});
