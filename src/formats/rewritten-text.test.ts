import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile, type Span } from '../source/index.ts';
import { rewrite } from './rewritten-text.ts';

const file = sourceFile('w.yml', 'x'.repeat(200));
const placeOf = (span: Span): { file: typeof file; span: Span } => ({ file, span });

it('finds places before, in and after what was replaced', () => {
  const text = 'deploy << parameters.env >> now';
  const rewritten = rewrite(text, /<<.*?>>/g, () => 'prod', placeOf);
  expect(rewritten.text).toBe('deploy prod now');
  const shown = (word: string): string => {
    const start = rewritten.text.indexOf(word);
    const { span } = rewritten.placeOf({ start, end: start + word.length });
    return text.slice(span.start, span.end);
  };
  expect([shown('deploy'), shown('prod'), shown('ro'), shown('now'), shown('prod now')]).toEqual([
    'deploy',
    '<< parameters.env >>',
    '<< parameters.env >>',
    'now',
    '<< parameters.env >> now',
  ]);
});

it('keeps all that was not replaced where it was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-c]{0,3}$/), fc.boolean())), (parts) => {
      const text = parts.map(([word, marked]) => (marked ? `<${word}>` : word)).join('');
      const rewritten = rewrite(text, /<[a-c]*>/g, (match) => match.repeat(2), placeOf);
      for (let start = 0; start < rewritten.text.length; start++) {
        const { span } = rewritten.placeOf({ start, end: start + 1 });
        expect(text.slice(span.start, span.end)).toContain(rewritten.text.charAt(start));
      }
    }),
  );
});
