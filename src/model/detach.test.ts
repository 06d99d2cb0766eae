import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { sourceFile } from '../source/index.ts';
import { detachTexts } from './detach.ts';
import { known } from './fact.ts';
import type { Subject } from './subject.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const MEGABYTE = 1 << 20;

function held(): number {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
}

/** A subject whose facts were cut out of a text of that size. */
function subjectOf(megabytes: number): Subject {
  const text = `${'x'.repeat(megabytes * MEGABYTE)} the-name-of-something`;
  const at = { file: sourceFile('a', ''), span: { start: 0, end: 0 } };
  const cut = text.slice(text.lastIndexOf(' ') + 1);
  const facts = { name: known(cut, at), list: known([cut.slice(0, 15), 'é'.repeat(20)], at), none: null };
  return { kind: 'stack', id: cut, name: cut, format: 'f', location: at, facts } as unknown as Subject;
}

it('lets the text go that the facts of subjects were cut out of', () => {
  const before = held();
  const subject = subjectOf(32);
  expect(held() - before).toBeGreaterThan(30);
  detachTexts([subject]);
  expect(held() - before).toBeLessThan(5);
  expect(subject.name).toBe('the-name-of-something');
  expect(subject.facts).toMatchObject({ list: { value: ['the-name-of-som', 'é'.repeat(20)] } });
});
