import { describe, expect, test } from 'vitest';
import { marked, only, parse, values } from './testing.ts';

const DEPLOYMENT = `# The shop.
apiVersion: apps/v1
metadata:
  name: "shop"   # quoted
  labels: {app: shop, 'tier': web}
spec:
  version: 1.10
  empty:
  items:
    - name: a
      script: |
        echo # no comment
    -
    - >-
      folded
      text
`;

describe('a document', () => {
  const document = only(parse(DEPLOYMENT));

  test('has its values', () => {
    expect(document.value).toEqual({
      apiVersion: 'apps/v1',
      metadata: { name: 'shop', labels: { app: 'shop', tier: 'web' } },
      spec: {
        version: 1.1,
        empty: null,
        items: [{ name: 'a', script: 'echo # no comment\n' }, null, 'folded text'],
      },
    });
  });

  test.each([
    [['metadata', 'name'], '"shop"'],
    [['metadata', 'labels'], "{app: shop, 'tier': web}"],
    [['metadata', 'labels', 'tier'], 'web'],
    [['spec', 'items', 0], 'name: a\n      script: |\n        echo # no comment'],
    [['spec', 'items', 0, 'script'], '|\n        echo # no comment'],
    [['spec', 'items', 2], '>-\n      folded\n      text'],
    [['spec', 'items', '2'], '>-\n      folded\n      text'],
  ])('shows the place of the value at %j', (path, text) => {
    expect(marked(document, path)).toBe(text);
    expect(document.has(path)).toBe(true);
  });

  test('shows the places of keys and entries', () => {
    expect(marked(document, ['metadata', 'labels', 'tier'], 'key')).toBe("'tier'");
    expect(marked(document, ['metadata', 'labels', 'tier'], 'entry')).toBe("'tier': web");
    expect(marked(document, ['spec', 'items', 0], 'key')).toBe('name: a');
    expect(marked(document, [], 'key')).toBe('apiVersion: apps/v1');
  });

  test('puts a value that is not written after its mark', () => {
    const place = (path: (string | number)[]): unknown =>
      document.file.positionAt(document.locate(path).span.start);
    expect(place(['spec', 'empty'])).toEqual({ line: 8, column: 9 });
    expect(place(['spec', 'items', 1])).toEqual({ line: 13, column: 6 });
  });

  test.each([
    [['spec', 'nothing', 'here'], 'spec'],
    [['spec', 'items', 0, 'image'], 'name: a'],
    [['spec', 'items', 7], 'items'],
    [['metadata', 'name', 'x'], '"shop"'.replace('"shop"', 'name')],
    [['nothing'], 'apiVersion: apps/v1'],
  ])('shows the nearest thing that exists for %j', (path, text) => {
    expect(marked(document, path)).toBe(text);
    expect(document.has(path)).toBe(false);
    expect(document.rawText(path)).toBeUndefined();
  });

  test('keeps scalars as they were written', () => {
    expect(document.rawText(['spec', 'version'])).toBe('1.10');
    expect(document.rawText(['metadata', 'name'])).toBe('shop');
    expect(document.rawText(['spec', 'items', 2])).toBe('folded text');
    expect(document.rawText(['spec', 'items'])).toBeUndefined();
  });

  test('can be seen from within', () => {
    const item = document.at(['spec', 'items', 0]);
    expect(item.value).toEqual({ name: 'a', script: 'echo # no comment\n' });
    expect(marked(item, ['name'])).toBe('a');
    expect(marked(item, ['image'])).toBe('name: a');
    expect(item.at(['name']).rawText([])).toBe('a');
    expect(document.at(['spec', 'nothing']).value).toBeUndefined();
    expect(marked(document.at(['spec', 'nothing']), ['more'])).toBe('spec');
  });

  test('has its comments', () => {
    expect(document.comments.map(({ text, location }) => [text, location.span.start])).toEqual([
      ['The shop.', 0],
      ['quoted', DEPLOYMENT.indexOf('# quoted')],
    ]);
    expect(
      only(parse('a: | # header\n  # text\n# after\nb: "# text"\n')).comments.map(({ text }) => text),
    ).toEqual(['header', 'after']);
  });
});

test('scalars follow the core schema of YAML 1.2', () => {
  const text =
    '[null, ~, True, FALSE, yes, on, n, 12, -0, +3, 0o17, 0x1F, 010, 1_000, 1.5e3, .5, -.inf, 1.2.3, 12:30, 2026-01-31, "1", !!str 1, !!int "7", !!float 2]';
  expect(values(text)).toEqual([
    [
      null,
      null,
      true,
      false,
      'yes',
      'on',
      'n',
      12,
      -0,
      3,
      15,
      31,
      10,
      '1_000',
      1500,
      0.5,
      -Infinity,
      '1.2.3',
      '12:30',
      '2026-01-31',
      '1',
      '1',
      7,
      2,
    ],
  ]);
});

test('YAML 1.1 booleans can be asked for, and never touch keys', () => {
  expect(values('on: [yes, No, OFF, y, n, "on"]\n', { booleans: '1.1' })).toEqual([
    { on: [true, false, false, 'y', 'n', 'on'] },
  ]);
});

test('keys are texts', () => {
  const value = values(
    '1.10: a\ntrue: b\n~: c\n8080: d\n__proto__: {admin: true}\n"constructor": e\n',
  )[0] as object;
  expect(Object.entries(value)).toEqual([
    ['8080', 'd'],
    ['1.10', 'a'],
    ['true', 'b'],
    ['~', 'c'],
    ['__proto__', { admin: true }],
    ['constructor', 'e'],
  ]);
});

describe('local tags', () => {
  const document = only(
    parse('a: !Ref Name\nb: !Join ["", [!Sub "${X}", 2]]\nc: !reference [job, script]\nd: !Empty\n'),
  );

  test('become mappings of one entry', () => {
    expect(document.value).toEqual({
      a: { '!Ref': 'Name' },
      b: { '!Join': ['', [{ '!Sub': '${X}' }, 2]] },
      c: { '!reference': ['job', 'script'] },
      d: { '!Empty': null },
    });
  });

  test('have places', () => {
    expect(marked(document, ['a'])).toBe('!Ref Name');
    expect(marked(document, ['a', '!Ref'])).toBe('Name');
    expect(marked(document, ['a', '!Ref'], 'key')).toBe('!Ref');
    expect(marked(document, ['b', '!Join', 1, 0, '!Sub'])).toBe('"${X}"');
    expect(document.rawText(['a', '!Ref'])).toBe('Name');
  });
});

describe('anchors and merge keys', () => {
  const text = `base: &base {image: app, port: 80}
more: &more
  port: 81
  env: [a]
web:
  <<: [*base, *more]
  port: 82
job:
  port: 83
  <<: *more
  copy: *base
`;
  const document = only(parse(text));

  test('own keys win, then the first source', () => {
    expect(document.value).toMatchObject({
      web: { image: 'app', port: 82, env: ['a'] },
      job: { port: 83, env: ['a'], copy: { image: 'app', port: 80 } },
    });
  });

  test('what is repeated stands at its anchor, an alias where it is written', () => {
    expect(document.locate(['web', 'image']).span.start).toBe(text.indexOf('app'));
    expect(marked(document, ['web', 'port'])).toBe('82');
    expect(marked(document, ['web', 'env', 0])).toBe('a');
    expect(marked(document, ['job', 'copy'])).toBe('*base');
    expect(document.locate(['job', 'copy', 'port']).span.start).toBe(text.indexOf('80'));
    expect(document.has(['web', '<<'])).toBe(false);
  });

  test('a quoted "<<" is an ordinary key', () => {
    expect(values('"<<": {a: 1}\n')).toEqual([{ '<<': { a: 1 } }]);
  });
});

test('flow collections end at their brackets, whatever is empty in them', () => {
  const text = 'r: [{a: , b:}, {? c}, [d, ], {e: # ]\n  }, [? f : g, {h: 1}: 2]] # end\n';
  const document = only(parse(text));
  expect([0, 1, 2, 3, 4].map((i) => marked(document, ['r', i]))).toEqual([
    '{a: , b:}',
    '{? c}',
    '[d, ]',
    '{e: # ]\n  }',
    '[? f : g, {h: 1}: 2]',
  ]);
  expect(marked(document, ['r'])).toBe(text.slice(3, -7));
});

test('an anchor inside a key that is no text still names its value', () => {
  const document = only(parse('? [&x 12, b]\n: y\nz: *x\nw: 1\n'));
  expect(document.value).toEqual({ '[&x 12, b]': 'y', z: 12, w: 1 });
  expect(document.rawText(['z'])).toBe('[&x 12, b]');
});

describe('a stream', () => {
  test('keeps the comments before its first document', () => {
    expect(parse('# head\n---\na: 1\n').documents.map(({ comments }) => comments[0]?.text)).toEqual(['head']);
  });

  test('has several documents; what has no content is none', () => {
    expect(
      values('# c\n---\na: 1\n---\n---\n# only a comment\n...\n%YAML 1.2\n---\nb: |\n  ---x\n--- [c]\n'),
    ).toEqual([{ a: 1 }, { b: '---x\n' }, ['c']]);
  });

  test('shows places of the whole file', () => {
    const file = parse('---\na: 1\n---\nb: "x"\n');
    expect(file.documents.map((document) => document.locate([]).span.start)).toEqual([4, 13]);
    expect(file.documents.map((document) => marked(document, ['b']))).toEqual(['a: 1', '"x"']);
  });

  test.each(['', '\n\n', '# nothing\n', '---\n'])('%j has no document and nothing wrong', (text) => {
    expect(parse(text)).toEqual({ documents: [], diagnostics: [] });
  });
});

test('CRLF, lone CR and a byte-order mark are read like LF', () => {
  expect(values('\ufeffa: |\r\n  x\r\n  y\r\nb:\r\n  - 1\r\n')).toEqual([{ a: 'x\ny\n', b: [1] }]);
  expect(values('a: 1\rb: 2\r')).toEqual([{ a: 1, b: 2 }]);
});

test('a bracket below its key closes what others accept too', () => {
  const document = only(
    parse('job:\n  needs: [\n    a, # why\n    b\n  ]\n  with: {\n  x: "a\n  b"\n}\nmore: 1\n'),
  );
  expect(document.value).toEqual({ job: { needs: ['a', 'b'], with: { x: 'a b' } }, more: 1 });
  expect(marked(document, ['job', 'needs'])).toBe('[\n    a, # why\n    b\n  ]');
  expect(document.comments.map(({ text }) => text)).toEqual(['why']);
});
