import { expect, it } from 'vitest';
import { syntaxOf } from './syntax.ts';

it.each([
  ['Dockerfile', 'dockerfile'],
  ['web/dockerfile', 'dockerfile'],
  ['Dockerfile.web', 'dockerfile'],
  ['Dockerfile-dev', 'dockerfile'],
  ['web.Dockerfile', 'dockerfile'],
  ['Containerfile', 'dockerfile'],
  ['Dockerfile.dockerignore', undefined],
  ['Dockerfile.j2', undefined],
  ['Dockerfile.md', 'markdown'],
  ['dockerfile.yaml', 'yaml'],
  ['.dockerfile', undefined],
  ['mydockerfile', undefined],
])('%s is read as %s', (path, expected) => {
  expect(syntaxOf(path)).toBe(expected);
});
