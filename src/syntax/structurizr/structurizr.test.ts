import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseStructurizr } from './index.ts';

const TEXT = `workspace "Shop" "What it is" { // said
  !identifiers hierarchical
  model {
    customer = person "Customer"
    shop = softwareSystem "Shop" {
      !include more.dsl
      /* not: x = container "X" */
      web = container "Web" "Sells" \\
        "Go" {
        api = component "API"
        -> db "reads"
      }
      container "Nameless"
    }
    customer -> shop.web "buys"
    rel = shop.web -> shop.db
    live = deploymentEnvironment "Live" { deploymentNode "Node" { containerInstance shop.web } }
    deploymentEnvironment "Test" {
      ghost = container "Ghost"
    }
  }
  views {
    container shop { include * }
    other = container "Not one"
  }
}
`;

it('reads elements with what holds them, relations and what is included', () => {
  const { elements, relations, includes } = parseStructurizr(sourceFile('workspace.dsl', TEXT), (name) =>
    name === 'more.dsl' ? sourceFile(name, 'db = container "Orders" {\n}\n!include more.dsl\n') : undefined,
  );
  expect(elements.map(({ id, type, name }) => [id, type, name])).toEqual([
    ['customer', 'person', 'Customer'],
    ['shop', 'softwaresystem', 'Shop'],
    ['shop.db', 'container', 'Orders'],
    ['shop.web', 'container', 'Web'],
    ['shop.web.api', 'component', 'API'],
    ['shop.Nameless', 'container', 'Nameless'],
  ]);
  expect(relations.map(({ from, to }) => [from, to])).toEqual([
    ['shop.web', 'db'],
    ['customer', 'shop.web'],
    ['shop.web', 'shop.db'],
  ]);
  expect(includes.map(({ target }) => target)).toEqual(['more.dsl', 'more.dsl']);
  const web = elements.find(({ name }) => name === 'Web');
  expect(web && TEXT.slice(web.location.span.start, web.location.span.end)).toBe('"Web"');
});

it('never throws, and is not slowed down by blocks without an end', () => {
  const part = fc.constantFrom(
    'a',
    ' = ',
    'container ',
    '"x"',
    '"',
    '{',
    '}',
    '\n',
    '->',
    '/*',
    '#',
    '\\',
    ' ',
    '!include ',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => void parseStructurizr(sourceFile('w.dsl', parts.join('')))),
  );
  const start = performance.now();
  parseStructurizr(sourceFile('w.dsl', 'a = softwareSystem "A" {\n'.repeat(3_000)));
  expect(performance.now() - start).toBeLessThan(3000);
});
