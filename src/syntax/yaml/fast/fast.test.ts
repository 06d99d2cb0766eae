import fc from 'fast-check';
import { dump, parseEvents } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../source/index.ts';
import { MAX_DEPTH } from '../../data/index.ts';
import type { Tape } from '../../data/index.ts';
import { Composer } from '../compose/composer.ts';
import { findComments } from '../comments.ts';
import { composeFast } from './index.ts';

interface Read {
  readonly value: unknown;
  readonly cells: readonly number[];
  readonly keys: readonly string[];
  readonly duplicates: readonly unknown[];
  /** Where they start. */
  readonly comments: readonly number[];
}

const NOTHING: Read = { value: undefined, cells: [], keys: [], duplicates: [], comments: [] };

const read = (
  value: unknown,
  tape: Tape,
  duplicates: readonly unknown[],
  comments: readonly number[],
): Read =>
  value === undefined
    ? NOTHING
    : {
        value,
        cells: Array.from(tape.cells.subarray(0, tape.count * 4)),
        keys: tape.keys,
        duplicates,
        comments,
      };

/** What the composer makes of a text; it throws where js-yaml finds an error. */
function reference(text: string, booleans: '1.1' | '1.2'): Read {
  const events = parseEvents(text, { maxDepth: MAX_DEPTH + 2 });
  const file = sourceFile('a.yaml', text);
  const composer = new Composer(file, 0, text, { booleans, mended: false });
  const next = composer.compose(events, 0);
  // Streams are split before; a text that js-yaml takes for several documents must be left to it.
  expect(next).toBe(events.length);
  expect(composer.problems).toEqual([]);
  const comments = findComments(file, composer.tape, { start: 0, end: text.length });
  const starts = comments.map(({ location }) => location.span.start);
  return read(composer.value, composer.tape, composer.duplicates, starts);
}

/** false: it was left to the composer. */
function agrees(text: string, booleans: '1.1' | '1.2' = '1.2'): boolean {
  const [fast] = composeFast(text, [{ start: 0, end: text.length }], booleans);
  if (fast === undefined) return false;
  expect(read(fast.value, fast.tape, fast.duplicates, fast.comments)).toEqual(reference(text, booleans));
  return true;
}

const DEPLOYMENT = `# The shop.
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: "shop"   # quoted
  labels: {app: shop, 'tier': "web", "port":8080}
  annotations:
    note: 'it''s ready'
    empty:
    path: C:\\shop
spec:
  replicas: 3
  paused: no
  template:
    spec:
      containers:
      - name: shop
        image: registry.example/shop:1.10
        args: [--listen, ":8080", '--verbose', ]
        command:
          - sh
          - -c
          - |
            set -e

              echo indented # no comment
            exec shop
        env: []
        resources: {}
      -
        name: proxy
`;

const WORKFLOW = `name: Release
on:
  push:
    branches: [ main ]
  workflow_dispatch:
permissions:
  contents: read
jobs:
  build:
    runs-on: \${{ matrix.os }}
    strategy:
      matrix:
        os: [ubuntu-24.04,
             windows-2022]
    steps:
    - uses: actions/checkout@v4 # pinned later
    - name: Test 🚲
      if: github.ref == 'refs/heads/main' &&
        github.actor != 'x'

        || always()
      run: >-
        npm ci
        npm test

        npm run build
    # a comment
    - run: echo "a:b" 'c' #no-comment
`;

const RULES = `groups:
- name: shop
  rules:
  - record: :requests:rate5m
    expr: |
      sum(rate(http_requests_total{job="shop"}[5m]))
  - alert: Slow
    expr:
      histogram_quantile(0.9, sum by (le) (rate(x[5m])))
      > 0.5
    for: 10m
    annotations:
      summary: "Slow:\\t{{ $value }} \\u00e9 \\"s\\""
`;

const TEMPLATE = `Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Condition: !Equals [!Ref Stage, prod]
    Properties:
      BucketName: !Sub "\${Stage}-logs"
      Tags: !If
        - IsProduction
        - - Key: a
            Value: !GetAtt Key.Arn
        - !Ref AWS::NoValue
`;

const ORDINARY = { DEPLOYMENT, WORKFLOW, RULES, TEMPLATE };

describe('what people write', () => {
  test.each(Object.entries(ORDINARY))('is read as the composer reads it: %s', (_, text) => {
    expect(agrees(text, '1.1')).toBe(true);
    expect(agrees(text, '1.2')).toBe(true);
  });

  test.each([
    ['', true],
    ['# nothing\n', true],
    ['---\n# nothing\n', true],
    ['a: 1\na: 2\n__proto__: {a: 1}\nconstructor: x\nconstructor: y\n', true],
    ['a:\n- 1\n-\n-   - 2\n    - b: ~\n      c:\nd:\n', true],
    ['a: b', true],
    ['"a b": c # d\n\'e\': "f"\n', true],
    ['a: {\n    b: [1, 2],\n\n    c: {},\n  }\n', true],
    ['a: http://x/#y\nb: a#b\n', true],
    ['- |\n  a\n\n\n- >\n  b\n  c\n', true],
  ])('%j', (text, taken) => {
    expect(agrees(text)).toBe(taken);
  });
});

describe('what is not surely simple is left to the composer', () => {
  test.each([
    'a: &x 1\nb: *x\n',
    '<<: {a: 1}\n',
    'a: {<<: 1}\n',
    '%YAML 1.2\n---\na: 1\n',
    '--- a\n',
    'a: 1\n...\n',
    'a: !!str 1\n',
    '? a\n: b\n',
    'a: b: c\n',
    'a: 1\n b: 2\n',
    'a:\n\tb: 1\n',
    '\ufeffa: b\n',
    'a: "\\x41"\n',
    'a: "b" c\n',
    'a: [b\n',
    'a: [\n]\n',
    'a: [b: c]\n',
    'a: {b}\n',
    'a: {b:}\n',
    'a: [[b]: c]\n',
    'a: [b]: c\n',
    'a: @b\n',
    'a: - b\n',
    '- a\nb: c\n',
    'a: 1\n- b\n',
    'plain\n',
    '"quoted"\n',
    'a: b\u0085c\n',
    'a: \ud800\n',
  ])('%j', (text) => {
    expect(agrees(text)).toBe(false);
  });
});

test('what is very deep or very long is left to the composer', () => {
  const deep = `a: ${'['.repeat(100)}${']'.repeat(100)}\n`;
  for (const text of [deep, `${'k'.repeat(2000)}: 1\n`, `${'- '.repeat(100)}a\n`])
    expect(agrees(text)).toBe(false);
});

/** Pieces out of which texts are made that are nearly right. */
const PIECES = [
  ...['a', 'b1', ' ', '  ', '    ', '\n', '\n', '\n  ', '\n    ', ': ', ':', ':\n  ', '- ', '-', '# c', ' #'],
  ...[
    '"',
    "'",
    '"x"',
    "'y'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '|\n',
    '|-\n',
    '>\n',
    '>-\n',
    '!t ',
    '!',
    '&x ',
    '*x',
  ],
  ...[
    '<<',
    '---',
    '...',
    '\t',
    '\\',
    '\\n',
    '~',
    'null',
    'yes',
    '1.10',
    '0x1f',
    '-1',
    '?',
    '? ',
    '%',
    '@',
    '🚲',
    '',
  ],
];

describe('whatever the text', () => {
  test('made of pieces, it is read as the composer reads it, or left to it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join('')),
        fc.constantFrom('1.1' as const, '1.2' as const),
        (text, booleans) => {
          agrees(text, booleans);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('made of an ordinary one by a few changes, it is read as the composer reads it, or left to it', () => {
    const change = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.constantFrom('', ...PIECES) });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(ORDINARY)),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (text, changes) => {
          let changed = text;
          for (const { at, remove, insert } of changes) {
            const i = at % (changed.length + 1);
            changed = changed.slice(0, i) + insert + changed.slice(i + remove);
          }
          agrees(changed);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('that js-yaml writes for a value is read as the composer reads it, or left to it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(-1, 0, 2), (json, flowLevel) => {
        agrees(dump(json, { flowLevel, noRefs: true, lineWidth: 30 }));
      }),
      { numRuns: 1_500 },
    );
  });
});
