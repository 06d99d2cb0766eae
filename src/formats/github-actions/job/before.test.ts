import { describe, expect, it } from 'vitest';
import { APPLY, fact, workflow } from '../testing/deploy.ts';
import { show, subjectsOf } from '../testing/screen.ts';

describe('what happens before', () => {
  const jobs = (test: string, release = ''): string =>
    `on: workflow_dispatch\njobs:\n  test:\n    runs-on: x\n${test}  release:\n    runs-on: x\n    needs: test\n${release}    steps:\n${APPLY}`;

  it.each<[what: string, text: string, expected: string]>([
    ['a step', workflow('on: push', '', `      - run: npm test\n${APPLY}`), 'true @6:14'],
    ['not a later step', workflow('on: push', '', `${APPLY}      - run: npm test\n`), 'false @3:3'],
    ['a needed job', jobs('    steps:\n      - run: go test ./...\n'), 'true @6:14'],
    [
      'not one that may fail',
      jobs('    continue-on-error: true\n    steps:\n      - run: go test ./...\n'),
      'false @8:3',
    ],
    [
      'not when the deploy runs anyway',
      jobs('    steps:\n      - run: go test ./...\n', '    if: always()\n'),
      'false @7:3',
    ],
    [
      'when it asks for the result',
      jobs(
        '    steps:\n      - run: go test ./...\n',
        "    if: always() && needs.test.result == 'success'\n",
      ),
      'true @6:14',
    ],
    [
      'an expression decides',
      jobs('    continue-on-error: ${{ matrix.beta }}\n    steps:\n      - run: go test ./...\n'),
      '? `${{ matrix.beta }}` decides whether a failure counts @5:24',
    ],
    [
      'a target that may do anything',
      jobs('    steps:\n      - run: make ci\n'),
      '? what `make ci` does is not read, and may be that @6:14',
    ],
    [
      'a target beside a test',
      jobs('    steps:\n      - run: make ci\n      - run: go test ./...\n'),
      'true @7:14',
    ],
    ['not a target that may fail', jobs('    steps:\n      - run: make ci || true\n'), 'false @7:3'],
    [
      'a workflow elsewhere',
      jobs('    uses: acme/ci/.github/workflows/all.yml@v1\n'),
      '? job `test` calls `acme/ci/.github/workflows/all.yml@v1`, which is not among the files @5:11',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await fact('testedBefore', text)).toEqual([expected]);
  });

  it('does not take the script of a new package for a test', async () => {
    const path = '.github/workflows/w.yml';
    const text = workflow('on: workflow_dispatch', '', `      - run: npm test\n${APPLY}`);
    const manifest = '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}';
    const subjects = await subjectsOf({ [path]: text, 'package.json': manifest });
    const found = subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.testedBefore)] : [],
    );
    expect(found).toEqual(['false @3:3']);
  });

  it('is undecided where tests run on pull requests and the deploy on pushes', async () => {
    const subjects = await subjectsOf({
      '.github/workflows/ci.yml': 'on: pull_request\njobs: { t: { runs-on: x, steps: [run: cargo test] } }',
      '.github/workflows/w.yml': workflow('on: push', '', APPLY),
    });
    const found = subjects.flatMap((one) =>
      one.kind === 'deploy-job' ? [show(one.facts.testedBefore)] : [],
    );
    expect(found).toEqual([
      '? `.github/workflows/ci.yml` does so on pull requests, and whether it must pass before merging is set outside the files @3:3',
    ]);
  });
});
