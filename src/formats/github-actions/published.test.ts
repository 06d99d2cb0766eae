import { describe, expect, it } from 'vitest';
import { publishedWarnings } from '../../../test/support/published.ts';
import { format } from './index.ts';

const workflow = (text: string, path = '.github/workflows/ci.yml'): Promise<readonly string[]> =>
  publishedWarnings(format, path, text);

describe("SchemaStore's schemas", () => {
  it('warns of keys, events and values that workflows do not have', async () => {
    const text = `
on: { push: { branch: [main] }, pull_request: { branches: [a], branches-ignore: [b] } }
permissions: { contents: reed }
jobs:
  test:
    runs-on: ubuntu-latest
    step: [{ run: npm test }]
  call:
    uses: ./.github/workflows/other.yml
    steps: []
`;
    expect(await workflow(text)).toEqual([
      '2 "on.push" has no property "branch". Did you mean "branches"?',
      '2 "on.pull_request" has "branches" and "branches-ignore" at once, which exclude each other.',
      '3 "permissions.contents" must be "read", "write" or "none", found the text "reed". Did you mean "read"?',
      '7 "jobs.test" has no property "step". Did you mean "steps"?',
      '10 "jobs.call" has no property "steps". Known: name, needs, permissions, cache-mode, if, uses, with, secrets, strategy, concurrency.',
    ]);
  });

  it('lets pass what GitHub takes, though the schema by its letter does not', async () => {
    const text = `
on:
  pull_request: { types: closed, branches: main }
  workflow_dispatch: { inputs: { tag: { required: true } } }
  workflow_call:
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: \${{ fromJSON(vars.LIMIT) }}
    continue-on-error: \${{ matrix.next }}
    strategy: { max-parallel: 1 }
    env:
    steps: [{ run: 1 }]
`;
    expect(await workflow(text)).toEqual([]);
  });

  it('holds an action against the schema of actions, and files of other systems against none', async () => {
    const action =
      'name: x\ninputs: { a: { require: true } }\nruns: { using: composite, steps: [{ run: ls }] }\n';
    expect(await workflow(action, 'a/action.yml')).toEqual([
      '2 "inputs.a" has no property "require". Did you mean "required"?',
    ]);
    expect(await workflow('on: push\njobs: { a: { foo: 1 } }\n', '.gitea/workflows/ci.yml')).toEqual([]);
  });
});
