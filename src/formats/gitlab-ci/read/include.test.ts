import { expect, it } from 'vitest';
import { formatLocation, sourceFile } from '../../../source/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { format } from '../index.ts';

/** Notes of one pipeline, and which files it asked for. */
async function read(text: string, files: Readonly<Record<string, string>>): Promise<[string[], string[]]> {
  const asked: string[] = [];
  const { diagnostics } = await format.normalize(
    parseYaml(sourceFile('apps/shop/.gitlab-ci.yml', text)).documents,
    {
      environmentOf: () => undefined,
      readText: (path) => {
        asked.push(path);
        return files[path];
      },
      filesBelow: (folder) => Object.keys(files).filter((path) => path.startsWith(folder)),
      exists: (path) => Object.hasOwn(files, path),
    },
  );
  return [
    diagnostics.map(
      ({ code, message, location }) => `${code} ${message} ${location ? formatLocation(location) : ''}`,
    ),
    asked,
  ];
}

const X = 'x: { script: make }';

it('finds files from the folder of the pipeline, or one above it, and in folders by patterns', async () => {
  const files = {
    'apps/shop/a.yml': X,
    'a.yml': X,
    'ci/b.yml': X,
    'ci/deep/c.yml': X,
    'ci/d.txt': X,
    'ci/e.yaml': X,
  };
  expect(await read('include: [a.yml, /ci/b.yml, ci/deep/*.yml, "ci/**/*.yaml"]\n', files)).toEqual([
    [],
    ['apps/shop/a.yml', 'ci/b.yml', 'ci/deep/c.yml', 'ci/e.yaml'],
  ]);
});

it('says once for each place which files are not there, and never looks outside', async () => {
  const [notes, asked] = await read('include: [gone.yml, ../../../secret.yml, "$WHICH.yml"]\n', {});
  expect(asked).toEqual([]);
  expect(notes).toEqual([
    'gitlab-ci/missing-file `gone.yml` is not among the files, so what it does is not examined. apps/shop/.gitlab-ci.yml:1:11',
    'gitlab-ci/missing-file `../../../secret.yml` is not among the files, so what it does is not examined. apps/shop/.gitlab-ci.yml:1:21',
  ]);
});

it('does not call a file missing that cannot be read', async () => {
  expect(await read('include: [a.yml]\n', { 'a.yml': '- 1\n- {' })).toEqual([[], ['a.yml']]);
});
