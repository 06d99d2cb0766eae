import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLocation, sourceFile, type Diagnostic } from '../../source/index.ts';
import { parseICalendar, type CalendarTime, type Written } from './index.ts';

const told = ({ location, level, code, message }: Diagnostic): string =>
  `${location ? formatLocation(location) : ''} ${level} ${code}: ${message}`;

const read = (text: string): readonly string[] => {
  const { events, diagnostics } = parseICalendar(sourceFile('a.ics', text));
  const shown = <T>(written: Written<T> | null): string =>
    written ? `${JSON.stringify(written.value)} @${formatLocation(written.at).slice(6)}` : '-';
  const time = (written: Written<CalendarTime> | null): string =>
    written
      ? `${written.value.date} ${written.value.clock ?? 'all day'} ${written.value.zone ?? '-'} @${formatLocation(written.at).slice(6)}`
      : '-';
  return [
    ...events.flatMap((event) => [
      [`event @${formatLocation(event.at).slice(6)}`, shown(event.uid), shown(event.summary)].join(' '),
      ...(event.description ? [`  ${shown(event.description)}`] : []),
      ...event.categories.map((one) => `  category ${shown(one)}`),
      `  ${time(event.start)} to ${time(event.end)}${event.cancelled ? ', cancelled' : ''}`,
      ...event.diagnostics.map((one) => `  ${told(one)}`),
    ]),
    ...diagnostics.map(told),
  ];
};

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

it('reads events: folded lines, parameters, escapes, lists, and what is nested in them', () => {
  const text = calendar(
    ...event(
      'UID:freeze@example.com',
      'SUMMARY;LANGUAGE="de:1;x":Christmas\\, and',
      '  New\\; Ye',
      '\tar',
      'DTSTART;VALUE=DATE:20261214',
      'dtend;value=date:20270107',
      'CATEGORIES:FREEZE,a\\,b',
      'CATEGORIES: Shop',
      'DESCRIPTION:one\\ntwo\\\\n\\Nthree\\:',
      'BEGIN:VALARM',
      'DESCRIPTION:of the alarm',
      'END:VALARM',
    ),
    ...event('DTSTART:20261207T090000Z', 'DURATION:P1DT2H', 'STATUS:CANCELLED'),
    ...event('DTSTART;TZID=Europe/Berlin:20261207T233000', 'DTEND;TZID=Europe/Berlin:20261208T003000'),
  );
  expect(read(text)).toMatchInlineSnapshot(`
    [
      "event @3:7 "freeze@example.com" @4:5 "Christmas, and New; Year" @5:27",
      "  "one\\ntwo\\\\n\\nthree\\\\:" @12:13",
      "  category "FREEZE" @10:12",
      "  category "a,b" @10:12",
      "  category "Shop" @11:12",
      "  2026-12-14 all day - @8:20 to 2027-01-07 all day - @9:18",
      "event @17:7 - -",
      "  2026-12-07 09:00:00 UTC @18:9 to 2026-12-08 11:00:00 UTC @19:10, cancelled",
      "event @22:7 - -",
      "  2026-12-07 23:30:00 Europe/Berlin @23:28 to 2026-12-08 00:30:00 Europe/Berlin @24:26",
    ]
  `);
});

it('tells of each event what is wrong with it, and of the file what belongs to no event', () => {
  const text = calendar(
    ...event('DTSTART;VALUE=DATE:20260230'),
    ...event('SUMMARY:no start'),
    ...event('DTSTART:20261207', 'DTEND:x'),
    ...event('DTSTART;VALUE=DATE:20261207', 'DTEND:20261208T000000Z'),
    ...event('DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261206'),
    ...event('DTSTART;VALUE=DATE:20261207', 'DURATION:PT1H'),
    ...event('DTSTART;VALUE=DATE:20261207', 'DTEND;VALUE=DATE:20261208', 'DURATION:P1D'),
    ...event('DTSTART;TZID=Europe/Berlin:20261207T090000Z', 'UID:a', 'UID:b'),
    ...event('DTSTART;VALUE=DATE:20261207', 'RRULE:FREQ=HOURLY'),
    'no line',
    'END:VTODO',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20261207',
  );
  expect(read(text)).toMatchInlineSnapshot(`
    [
      "event @3:7 - -",
      "  - to -",
      "  a.ics:4:20 error icalendar/time: DTSTART is no day or time: "20260230".",
      "event @6:7 - "no start" @7:9",
      "  - to -",
      "  a.ics:6:7 error icalendar/time: The event has no DTSTART.",
      "event @9:7 - -",
      "  - to -",
      "  a.ics:10:9 error icalendar/time: DTSTART is no day or time: "20261207".",
      "  a.ics:11:7 error icalendar/time: DTEND is no day or time: "x".",
      "event @13:7 - -",
      "  2026-12-07 all day - @14:20 to -",
      "  a.ics:15:7 error icalendar/time: DTSTART and DTEND must both be days, or both be times.",
      "event @17:7 - -",
      "  2026-12-07 all day - @18:20 to -",
      "  a.ics:19:18 error icalendar/time: The event ends before it starts.",
      "event @21:7 - -",
      "  2026-12-07 all day - @22:20 to -",
      "  a.ics:23:10 error icalendar/time: DURATION is none: "PT1H".",
      "event @25:7 - -",
      "  2026-12-07 all day - @26:20 to -",
      "  a.ics:28:10 error icalendar/time: The event has both DTEND and DURATION.",
      "event @30:7 "a" @32:5 -",
      "  - to -",
      "  a.ics:33:5 error icalendar/stated-twice: The event has a second UID.",
      "  a.ics:31:28 error icalendar/time: DTSTART is no day or time: "20261207T090000Z".",
      "event @35:7 - -",
      "  2026-12-07 all day - @36:20 to -",
      "  a.ics:37:7 note icalendar/recurring: The event happens more than once (RRULE), and is not read.",
      "a.ics:39:1 error icalendar/line: This is no line of a calendar: "no line".",
      "a.ics:40:5 error icalendar/end: Nothing named "VTODO" is open here.",
      "a.ics:41:7 error icalendar/unclosed: "VEVENT" is never ended.",
    ]
  `);
});

it.each([
  ['', '1:1'],
  ['SUMMARY:x\nBEGIN:VCALENDAR\n', '1:9'],
  ['BEGIN:VEVENT\n', '1:7'],
  ['BEGIN:VCALENDAR\nEND:VCALENDAR\nX:1\n', '3:3'],
])('is no calendar: %j', (text, at) => {
  expect(read(text)).toEqual([`a.ics:${at} error icalendar/no-calendar: This is no calendar.`]);
});

it('stops at what no calendar has', () => {
  const deep = `BEGIN:VCALENDAR\n${'BEGIN:A\n'.repeat(10_000)}`;
  expect(read(deep).filter((one) => one.includes('too-deep'))).toEqual([
    'a.ics:21:7 error icalendar/too-deep: Nested deeper than 20 levels.',
  ]);
  expect(
    read(`BEGIN:VCALENDAR\n${'x\n'.repeat(10_000)}`).filter((one) => one.includes('icalendar/line')),
  ).toHaveLength(20);
  const many = parseICalendar(
    sourceFile('a.ics', calendar(...Array.from({ length: 10_001 }, () => event('DTSTART:x')).flat())),
  );
  expect([many.events.length, ...many.diagnostics.map(({ code }) => code)]).toEqual([
    10_000,
    'icalendar/too-many',
  ]);
});

it('never throws, and its places are in the file', () => {
  const piece = fc.constantFrom(
    ...[
      'BEGIN:',
      'END:',
      'VCALENDAR',
      'VEVENT',
      'DTSTART',
      'DTEND',
      'DURATION:P',
      'CATEGORIES:',
      'RRULE:',
      ';',
      ':',
    ],
    ...[
      '=',
      ',',
      '"',
      '\\',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\n ',
      '20261231',
      'T235960Z',
      'TZID=',
      '9',
      'W',
      '\0',
      '😀',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, fc.boolean(), (rest, begun) => {
      const whole = begun ? `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${rest}\nEND:VEVENT\nEND:VCALENDAR` : rest;
      const { events, diagnostics } = parseICalendar(sourceFile('a.ics', whole));
      const places = [
        ...events.flatMap(({ at, uid, start, end, categories }) => [
          at,
          uid?.at,
          start?.at,
          end?.at,
          ...categories.map((one) => one.at),
        ]),
        ...[...diagnostics, ...events.flatMap((one) => one.diagnostics)].map(({ location }) => location),
      ];
      for (const place of places) {
        if (!place) continue;
        expect(place.span.start).toBeLessThanOrEqual(place.span.end);
        expect(place.span.end).toBeLessThanOrEqual(whole.length);
      }
    }),
    { numRuns: 2000 },
  );
});

it('takes time that grows with the size only', () => {
  const long = 2_000_000;
  const hostile = [
    `CATEGORIES:${'a,'.repeat(long / 2)}`,
    `CATEGORIES:${'\\'.repeat(long)}`,
    `SUMMARY:x${'\n a'.repeat(long / 3)}`,
    `X${';a="'.repeat(long / 4)}:`,
    `X;a=${',"'.repeat(long / 2)}:`,
    `X;a=${','.repeat(20_000_000)}:`,
    'UID:a\n'.repeat(1000),
  ];
  const start = performance.now();
  for (const one of hostile) parseICalendar(sourceFile('a.ics', calendar(...event(one))));
  expect(performance.now() - start).toBeLessThan(20_000);
});
