import { parseEvents } from 'js-yaml';
import { expect } from 'vitest';
import { sourceFile } from '../../../../source/index.ts';
import { MAX_DEPTH } from '../../../data/index.ts';
import type { Tape } from '../../../data/index.ts';
import { Composer } from '../../compose/composer.ts';
import { findComments } from '../../comments.ts';
import { composeFast } from '../index.ts';

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

/** Is a text read as the composer reads it? false: it was left to the composer. */
export function agrees(text: string, booleans: '1.1' | '1.2' = '1.2'): boolean {
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

/** Texts as people write them, which the fast path must take. */
export const ORDINARY: Readonly<
  Record<'DEPLOYMENT' | 'WORKFLOW' | 'RULES' | 'TEMPLATE' | 'COMPOSE' | 'RETURNS', string>
> = {
  DEPLOYMENT,
  WORKFLOW,
  RULES,
  TEMPLATE,
  COMPOSE,
  RETURNS: DEPLOYMENT.replaceAll('\n', '\r\n'),
};
