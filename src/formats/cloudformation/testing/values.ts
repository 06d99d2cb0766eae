import type { Value } from '../../../cloud/index.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { rootNode } from '../../data-node.ts';
import { Template } from '../evaluate/template.ts';
import { resourcesOf } from '../evaluate/resource.ts';

/** What `Value` of the resource `It` comes to, and what was reported. */
export function valueIn(text: string): readonly string[] {
  const [document] = parseYaml(sourceFile('template.yaml', text)).documents;
  if (!document) return [];
  const template = new Template(rootNode(document));
  const value = resourcesOf(template)
    .find(({ address }) => address === 'It')
    ?.get('Value');
  const problems = template.runtime.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return [value ? printValue(value) : 'nothing', ...problems];
}

/** A value in one line: known as JSON, unknown with its reason, `<A.b>` for a reference, ${…} between known parts. */
export function printValue(value: Value): string {
  const sensitive = value.sensitive ? ' (sensitive)' : '';
  const reference = value.reference
    ? ` <${[value.reference.address, ...value.reference.path].join('.')}>`
    : '';
  return `${bare(value)}${reference}${sensitive}`;
}

function bare(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'bool':
    case 'number':
    case 'string':
      return JSON.stringify(value.value);
    case 'list':
    case 'set':
    case 'tuple':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'map':
    case 'object':
      return `{${[...value.entries].map(([key, item]) => `${key}: ${printValue(item)}`).join(', ')}}`;
    case 'unknown': {
      const parts = value.parts?.map((part) => (typeof part === 'string' ? part : '${…}')).join('');
      return `unknown because ${value.reason}${parts === undefined ? '' : ` in ${parts}`}`;
    }
  }
}
