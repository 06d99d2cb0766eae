import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownedPaths, owns } from './match.ts';

const on = (pattern: string, path: string, gitlab = false): boolean =>
  owns(ownedPaths(pattern, gitlab), path);

it.each([
  ['*', 'a/b/c.ts', true],
  ['*.js', 'a/b.js', true],
  ['*.js', 'a/b.ts', false],
  ['/build/logs/', 'build/logs/a/b', true],
  ['/build/logs/', 'src/build/logs/a', false],
  ['docs/*', 'docs/a.md', true],
  ['docs/*', 'docs/more/a.md', false],
  ['docs/*', 'src/docs/a.md', false],
  ['apps/', 'x/apps/y', true],
  ['apps/', 'x/apps', false],
  ['/apps/github', 'apps/github/a', true],
  ['/apps/github', 'apps/github', true],
  ['/apps/github', 'apps/githubs', false],
  ['**/logs', 'a/b/logs/c', true],
  ['/src/**/main.tf', 'src/main.tf', true],
  ['/src/**/main.tf', 'src/a/b/main.tf', true],
  ['/a?c', 'abc', true],
  ['Jenkinsfile', 'ci/Jenkinsfile', true],
])('on GitHub %s and %s: %s', (pattern, path, answer) => {
  expect(on(pattern, path)).toBe(answer);
});

it.each([
  ['docs/*', 'src/docs/a.md', true],
  ['/docs/*', 'src/docs/a.md', false],
  ['docs', 'docs/a.md', false],
  ['docs/', 'docs/a.md', true],
  ['README.md', 'a/README.md', true],
  ['*', 'a/b', true],
])('on GitLab %s and %s: %s', (pattern, path, answer) => {
  expect(on(pattern, path, true)).toBe(answer);
});

it('takes no longer for patterns that are made to', () => {
  const started = performance.now();
  expect(on('*a'.repeat(1000), 'a'.repeat(3000) + 'b')).toBe(false);
  expect(on('**/a/'.repeat(200), 'a/'.repeat(90) + 'b')).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

it('owns every path by a star', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z.]{1,9}$/), { minLength: 1, maxLength: 9 }), (names) =>
      on('*', names.join('/')),
    ),
  );
});
