import { expect, it } from 'vitest';
import { isCurrency, isTimeZone } from './standards.ts';

it.each([
  'Europe/Berlin',
  'UTC',
  'America/Argentina/Buenos_Aires',
  'Etc/GMT+3',
  'Asia/Calcutta',
  'Asia/Kolkata',
])('%s is a time zone', (text) => {
  expect(isTimeZone(text)).toBe(true);
});

it.each(['Europe/Bonn', 'europe/berlin', 'EUROPE/BERLIN', 'CEST', '+02:00', 'Berlin', '', 'Z'])(
  '%s is no time zone',
  (text) => {
    expect(isTimeZone(text)).toBe(false);
  },
);

it('knows currencies by their codes', () => {
  expect(['EUR', 'USD', 'CHF', 'JPY'].filter((text) => !isCurrency(text))).toEqual([]);
  expect(['EURO', 'eur', '€', 'US$', 'EUX', ''].filter((text) => isCurrency(text))).toEqual([]);
});
