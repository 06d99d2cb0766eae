import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../source/index.ts';
import { parseYaml } from '../yaml/index.ts';
import { assembled } from './assembled.ts';

const TEXT = 'name: a\nstep:\n  image: b\n  env: [{ name: c }]\nbase: { user: 0 }\n';

function document(): ReturnType<typeof assembled> {
  const [whole] = parseYaml(sourceFile('a.yaml', TEXT)).documents;
  if (!whole) throw new Error('no document');
  const value = { kind: 'Pod', list: [{ image: 'b', env: [{ name: 'c' }], user: 0 }] };
  const parts = [
    { at: ['list', 0], is: whole.at(['step']) },
    { at: ['list', 0, 'user'], is: whole.at(['base', 'user']) },
  ];
  return assembled(value, parts, whole.at(['name']));
}

it('stands where its parts stand, and else where it is told to', () => {
  const pod = document();
  const at = (...path: readonly (string | number)[]): string => formatLocation(pod.locate(path));
  expect(at('list', 0, 'image')).toBe('a.yaml:3:10');
  expect(at('list', 0, 'env', 0, 'name')).toBe('a.yaml:4:17');
  expect(at('list', 0, 'user')).toBe('a.yaml:5:15');
  expect(at('kind')).toBe('a.yaml:1:7');
  expect(formatLocation(pod.locate(['list', 0, 'image'], 'key'))).toBe('a.yaml:3:3');
});

it('is the same seen from inside, step by step, and as written', () => {
  const pod = document();
  expect(pod.at(['list', 0]).value).toEqual({ image: 'b', env: [{ name: 'c' }], user: 0 });
  expect(formatLocation(pod.at(['list', 0]).locate(['image']))).toBe('a.yaml:3:10');
  expect(formatLocation(pod.place.below('list').below(0).below('user').locate())).toBe('a.yaml:5:15');
  expect(pod.rawText(['list', 0, 'user'])).toBe('0');
  expect(pod.rawText(['kind'])).toBeUndefined();
  expect([pod.has(['list', 0, 'env']), pod.has(['list', 1]), pod.has(['constructor'])]).toEqual([
    true,
    false,
    false,
  ]);
});
