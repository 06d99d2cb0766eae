import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { parseIni } from './index.ts';

it('reads sections, repeated keys, lines that go on, and what stands before the first section', () => {
  const text = [
    'top = 1',
    '; a comment',
    '[Service]',
    'ExecStart=/bin/a \\',
    '# between',
    '  --flag',
    'ExecStart=/bin/b',
    'Empty=',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '[Service]',
    'Type=oneshot',
    'this is nothing',
  ].join('\r\n');
  const { documents, diagnostics } = parseIni(sourceFile('a.service', text));
  const [document] = documents;
  expect(document?.value).toEqual({
    top: '1',
    Service: { ExecStart: ['/bin/a --flag', '/bin/b'], Empty: '', Type: 'oneshot', this: 'is nothing' },
    Install: { WantedBy: 'timers.target' },
  });
  expect(document?.comments.map((one) => one.text)).toEqual(['a comment']);
  expect(diagnostics).toEqual([]);
  expect(document && formatLocation(document.locate(['Service', 'ExecStart', 1]))).toBe('a.service:7:11');
  expect(document && formatLocation(document.locate(['Service', 'ExecStart', 0]))).toBe('a.service:4:11');
});

it('says of a line that is nothing where it stands, and goes on', () => {
  const { documents, diagnostics } = parseIni(sourceFile('a.conf', '[a]\n=x\nb=1\n'));
  expect(documents[0]?.value).toEqual({ a: { b: '1' } });
  expect(diagnostics.map(({ level, location }) => [level, location && formatLocation(location)])).toEqual([
    ['warning', 'a.conf:2:1'],
  ]);
});

it('reads any text, with each value at the place that it is written', () => {
  const line = fc.oneof(fc.constantFrom('[a]', 'b=1', 'c = d \\', '# x', '\\', '[', '='), fc.string());
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const file = sourceFile('a.conf', lines.join('\n'));
      for (const document of parseIni(file).documents)
        for (const [key, value] of Object.entries(document.value as Record<string, unknown>)) {
          if (typeof value !== 'string' || value === '') continue;
          const { span } = document.locate([key]);
          expect(file.text.slice(span.start, span.end)).toContain(value.split(' ')[0]);
        }
    }),
  );
});
