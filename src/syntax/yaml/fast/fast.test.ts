import fc from 'fast-check';
import { dump, parseEvents } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../source/index.ts';
import { MAX_DEPTH } from '../../data/index.ts';
import type { Tape } from '../../data/index.ts';
import { Composer } from '../compose/composer.ts';
import { findComments } from '../comments.ts';
import { splitDocuments } from '../split.ts';
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

const COMPOSE = `services:
  db:
    image: 'postgres:16'
    environment:
      - POSTGRES_DB=shop
      - "TZ=Europe/Berlin"
    healthcheck:
      test: ["CMD-SHELL", # as the image says
             "pg_isready"]
    ports: ["5432:5432"]
    command: >
      postgres
        -c max_connections=50
      -c fsync=on

volumes: {}
`;

const ORDINARY = {
  DEPLOYMENT,
  WORKFLOW,
  RULES,
  TEMPLATE,
  COMPOSE,
  RETURNS: DEPLOYMENT.replaceAll('\n', '\r\n'),
};

describe('what people write', () => {
  test.each(Object.entries(ORDINARY))('is read as the composer reads it: %s', (_, text) => {
    expect(agrees(text, '1.1')).toBe(true);
    expect(agrees(text, '1.2')).toBe(true);
  });

  test.each([
    '',
    '# nothing\n',
    '---\n# nothing\n',
    'a: 1\na: 2\n__proto__: {a: 1}\nconstructor: x\nconstructor: y\n',
    'a:\n- 1\n-\n-   - 2\n    - b: ~\n      c:\nd:\n',
    'a: b',
    '"a b": c # d\n\'e\': "f"\n',
    'a: {\n    b: [1, 2],\n\n    c: {},\n  }\n',
    '{"a": [1, "\\u00e9\\ud83d\\udeb2"],\n"b":{}}\n',
    'a: http://x/#y\nb: a#b\n',
    '- |\n  a\n\n\n- >\n  b\n  c\n',
    'a: |\n  b\n   \n \n# c\n',
    'a: |+\n  b\n\n\nc: >2-\n\n   d\n  e\n',
    'a: |\n  b',
    "a: \"b\n  c \n\n  d\\\"\n  \"\nb: 'c\n  d''s'\n",
    'a:\n- b\n- !GetAZs\nc: !If\n',
    'a: !Rain::Embed b.sh\n',
  ])('%j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  test('stands in its file where the composer has it, be what is around it broken', () => {
    const text = `${DEPLOYMENT}---\na: [\n...\ne: 1\n---\n# b\nc: "\u00e9" # d\n`;
    const chunks = splitDocuments(text);
    const file = sourceFile('a.yaml', text);
    const expected = chunks.map(({ start, end }) => {
      const chunk = text.slice(start, end);
      if (chunk.includes('a: [')) return undefined;
      const composer = new Composer(file, start, chunk, { booleans: '1.2', mended: false });
      composer.compose(parseEvents(chunk, {}), 0);
      return Array.from(composer.tape.cells.subarray(0, composer.tape.count * 4));
    });
    const fast = composeFast(text, chunks, '1.2');
    expect(fast.map((document) => document && Array.from(document.tape.cells))).toEqual(expected);
    expect(fast.at(-1)?.comments.map((start) => text.slice(start, start + 3))).toEqual(['# b', '# d']);
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
    '{ #',
    'a: [ # b',
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
  ...['a', 'b1', 'k: v', ' ', '  ', '    ', '\n', '\n', '\n\n', '\n  ', '\n    ', '   \n', '\r\n', '\t'],
  ...[': ', ':', ':\n  ', '- ', '-', '\n- i', '? ', '# c', ' #', '\n#x\n', ', ', ',', '[', ']', '{', '}'],
  ...['"', "'", "''", '"x"', "'y'", '"b\n  c"', "'b\n\n   c '", '\\', '\\n', '\\u00e9', '\\ud83d', '\\\n'],
  ...['|\n', '|-\n', '|+\n', '|2\n', '>\n', '>-\n', '>1+\n', '!t ', '!A::B ', '!', '&x ', '*x', '<<', '%'],
  ...['---', '...', '~', 'null', 'yes', '1.10', '0x1f', '-1', '?', '@', '🚲', '\u00a0', ''],
];

/** Blocks as people write them: any style of scalar and collection, with comments, blank lines, any indentation. */
const { block } = fc.letrec<{ block: (indent: string) => string; flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'x y', '"q: #"', "'it''s'", '1', '~', 'no', '[]', '{}', '!Ref a'),
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(tie('flow'), { maxLength: 3 })
      .map((items) => `{${items.map((v, i) => `k${i}: ${v}`).join(', ')}}`),
  ),
  block: fc.oneof(
    { maxDepth: 4 },
    tie('flow').map((text) => () => ` ${text}\n`),
    fc
      .tuple(
        fc.constantFrom('|', '>', '|-', '>+', '|2', ''),
        fc.array(fc.constantFrom('', 'a b', '  c', 'd: e', '# f'), { minLength: 1, maxLength: 4 }),
      )
      .map(([header, lines]) => (indent: string) => {
        const written = ['g', ...lines].map((line) => (line === '' ? '' : `${indent}  ${line}`));
        return ` ${header}\n${written.join('\n')}\n`;
      }),
    fc
      .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  '))
      .map(([items, deeper]) => (indent: string) => {
        return `\n${items.map((item) => `${indent}${deeper}-${item(`${indent}${deeper}`)}`).join('')}`;
      }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '"c d"', '__proto__', 'on'), tie('block')), {
        minLength: 1,
        maxLength: 3,
      })
      .map((entries) => (indent: string) => {
        return ` # c\n${entries.map(([key, value]) => `${indent}  ${key}:${value(`${indent}  `)}`).join('\n')}`;
      }),
  ),
}));

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

  test('made of blocks as people write them, it is read as the composer reads it, and nearly always so', () => {
    const taken: boolean[] = [];
    fc.assert(
      fc.property(block, fc.boolean(), (write, hasReturns) => {
        const text = `root:${write('')}`;
        taken.push(agrees(hasReturns ? text.replaceAll('\n', '\r\n') : text));
      }),
      { numRuns: 2_000 },
    );
    expect(taken.filter(Boolean).length).toBeGreaterThan(taken.length * 0.8);
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
