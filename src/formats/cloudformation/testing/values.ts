import { nullAt, type Value } from '../../../cloud/index.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseJson } from '../../../syntax/json/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { rootNode } from '../../data-node.ts';
import { detect } from '../detect.ts';
import { evaluateStacks } from '../stacks.ts';
import { Template } from '../evaluate/template.ts';
import type { FormatContext } from '../../format.ts';
import { CloudFormationStack } from '../cloudformation-stack.ts';

/** What `Value` of the resource `It` comes to, and what was reported. */
export function valueIn(text: string): readonly string[] {
  const [document] = parseYaml(sourceFile('template.yaml', text)).documents;
  if (!document) return [];
  const template = new Template(rootNode(document), { source: () => undefined, given: () => undefined });
  const value = new CloudFormationStack(template, 'template.yaml', undefined).resources
    .find(({ address }) => address === 'It')
    ?.get('Value');
  const problems = template.runtime.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return [value ? printValue(value) : 'nothing', ...problems];
}

/** Every resource of the first stack that templates give, as `Type Address` and its properties. */
export function resourcesIn(files: Readonly<Record<string, string>>): readonly string[] {
  const documents = Object.entries(files).flatMap(([path, text]) => {
    const file = sourceFile(path, text);
    return (path.endsWith('.json') ? parseJson(file) : parseYaml(file)).documents;
  });
  const context: FormatContext = {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  };
  const stacks = evaluateStacks(documents.filter(detect), context);
  return stacks.flatMap(({ path, environment, resources, template }) => [
    `stack ${path}${environment === undefined ? '' : ` (${environment})`}`,
    ...resources.map((resource) => {
      const uncertain = resource.uncertain === undefined ? '' : ` (uncertain: ${resource.uncertain})`;
      const properties = resource
        .names()
        .map((name) => `${name}=${printValue(resource.get(name) ?? nullAt(resource.at))}`);
      return `  ${resource.type} ${resource.address}${uncertain} ${properties.join(' ')}`.trimEnd();
    }),
    ...template.runtime.diagnostics.map(({ code, message }) => `  ${code}: ${message}`),
  ]);
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
