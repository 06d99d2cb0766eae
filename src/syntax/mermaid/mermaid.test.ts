import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMermaid } from './index.ts';

function shown(
  text: string,
): { readonly nodes: readonly string[]; readonly edges: readonly string[] } | undefined {
  const diagram = parseMermaid(text);
  return (
    diagram && {
      nodes: diagram.nodes.map(({ id, name, kind }) =>
        kind === 'component' ? `${id}=${name}` : `${id}=${name} (${kind})`,
      ),
      edges: diagram.edges.map(({ from, to }) => `${from}>${to}`),
    }
  );
}

describe('flowcharts', () => {
  it.each([
    ['a --> b', 'a=a b=b', 'a>b'],
    ['a[Web shop] -->|HTTPS| b[(orders_db)]', 'a=Web shop b=orders_db', 'a>b'],
    ['a -- calls --> b', 'a=a b=b', 'a>b'],
    ['a -. sometimes .-> b ==> c', 'a=a b=b c=c', 'a>b b>c'],
    ['a & b --> c & d', 'a=a b=b c=c d=d', 'a>c a>d b>c b>d'],
    ['a --- b', 'a=a b=b', 'a>b'],
    ['a ~~~ b', 'a=a b=b', ''],
    ['a <--> b', 'a=a b=b', 'a>b'],
    ['a --o b --x c', 'a=a b=b c=c', 'a>b b>c'],
    ['a["Say (it)<br/>twice"] --> b{{q}}:::hot --> c([x])', 'a=Say (it) b=q c=x', 'a>b b>c'],
    ['a@{ shape: cyl, label: "Orders" } --> b', 'a=Orders b=b', 'a>b'],
    ['a --> b; b --> c', 'a=a b=b c=c', 'a>b b>c'],
    [
      'order-service --> orders-db',
      'order-service=order-service orders-db=orders-db',
      'order-service>orders-db',
    ],
    ['a-->b-->c', 'a=a b=b c=c', 'a>b b>c'],
    ['style a fill:#fff', '', ''],
  ])('read %s', (line, nodes, edges) => {
    const read = shown(`flowchart LR\n  %% said\n  ${line}\n`);
    expect([read?.nodes.join(' '), read?.edges.join(' ')]).toEqual([nodes, edges]);
  });

  it('have no subgraphs among their nodes, and know where each stands', () => {
    const text = '---\ntitle: x\n---\ngraph TD\nsubgraph vpc [Network]\n  a[A] --> b\nend\nc --> vpc\n';
    const diagram = parseMermaid(text);
    expect(diagram?.nodes.map(({ span }) => text.slice(span.start, span.end))).toEqual(['a[A]', 'b', 'c']);
    expect(diagram?.edges.map(({ span }) => text.slice(span.start, span.end))).toEqual(['--> b', '--> vpc']);
  });
});

it('reads C4 diagrams', () => {
  const text = `C4Container
Person(customer, "Customer", "Buys")
System_Boundary(shop, "Shop") {
  Container(web, "Web, shop", "Go", "Sells")
  ContainerDb(orders, "Orders")
}
System_Ext(pay, "Payments")
Rel(customer, web, "uses")
Rel_D(web, orders, "reads, writes")
BiRel(web, pay, "pays")`;
  expect(shown(text)).toEqual({
    nodes: ['customer=Customer (person)', 'web=Web, shop', 'orders=Orders', 'pay=Payments (external)'],
    edges: ['customer>web', 'web>orders', 'web>pay'],
  });
});

it('reads architecture diagrams', () => {
  const text = `architecture-beta
group api(cloud)[API]
service db(database)[Orders DB] in api
service web(server)[Web] in api
db:L <-- R:web
web:T --> B:db`;
  expect(shown(text)).toEqual({ nodes: ['db=Orders DB', 'web=Web'], edges: ['web>db', 'web>db'] });
});

it.each(['sequenceDiagram\na->>b: x', 'gantt', '', 'pie'])('leaves %j alone', (text) => {
  expect(parseMermaid(text)).toBeUndefined();
});

it('never throws', () => {
  const part = fc.constantFrom(
    'a',
    'b',
    '-->',
    '--',
    '==',
    '-.',
    '[',
    ']',
    '(',
    '"',
    '|',
    '&',
    ' ',
    '\n',
    ';',
    '@{',
    '}',
    'subgraph ',
    'end',
    '<',
    'x',
    '~',
  );
  fc.assert(fc.property(fc.array(part), (parts) => void parseMermaid(`flowchart LR\n${parts.join('')}`)));
});

it.each([
  ['arrows', 'a-- '.repeat(40_000)],
  ['labels', 'a['.repeat(90_000)],
  ['ends', `${'a & '.repeat(20_000)}a`],
])('is not slowed down by many %s', (_, text) => {
  const start = performance.now();
  parseMermaid(`flowchart LR\n${text}`);
  expect(performance.now() - start).toBeLessThan(3000);
});

it('shows nothing of a drawing whose few words stand for millions of arrows', () => {
  const each = (name: string): string => Array.from({ length: 2000 }, (_, i) => `${name}${i}`).join(' & ');
  expect(parseMermaid(`flowchart LR\n${each('a')} --> ${each('b')}`)).toMatchObject({ nodes: [], edges: [] });
});
