import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { parseLogstash } from './index.ts';

const INPUT = 'input { beats { port => 1 } }\n';

const read = (text: string): ReturnType<typeof parseLogstash> =>
  parseLogstash(sourceFile('logstash.conf', text));

it('reads words, arrows without blanks, texts with quotes in them, and comments', () => {
  const { documents, diagnostics } = read(
    'output { # all\n  http { url=>"https://x/\\"a" a=b => \'it "is"\' } }',
  );
  expect(documents[0]?.value).toEqual({
    output: [{ '<name>': 'http', url: 'https://x/\\"a', 'a=b': 'it "is"' }],
  });
  expect(documents[0]?.comments.map(({ text }) => text)).toEqual(['all']);
  expect(diagnostics).toEqual([]);
});

it('says of a text that nothing ends where it begins, and reads what stands before it', () => {
  const { documents, diagnostics } = read(`${INPUT}filter { mutate { id => "a } }\n`);
  expect(documents[0]?.value).toMatchObject({ input: [{ '<name>': 'beats', port: 1 }] });
  expect(diagnostics.map(({ location }) => location && formatLocation(location))).toEqual([
    'logstash.conf:2:25',
  ]);
});

it.each(['\\"', 'y', '=', "'", '"', '# '])('reads five million of %j in linear time', (piece) => {
  const started = performance.now();
  expect(() => read(INPUT + piece.repeat(5_000_000 / piece.length))).not.toThrow();
  expect(() => read(`${INPUT}filter { a { b => "${'y'.repeat(5_000_000)}" } }`)).not.toThrow();
  expect(performance.now() - started).toBeLessThan(10_000);
});
