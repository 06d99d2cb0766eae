import type { DataNode } from '../../data-node.ts';

/** Where templates are found by their path, relative to the tree's root. */
export type TemplateSource = (path: string) => DataNode | undefined;

/** The property that says where the template of a nested stack is. */
const URLS: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};
/** What `sam` looks for in a folder. */
const IN_FOLDER = ['', '/template.yaml', '/template.yml', '/template.json'];

/** The property of a resource that names the template of a stack which it makes. */
export function urlProperty(type: string): string | undefined {
  return Object.hasOwn(URLS, type) ? URLS[type] : undefined;
}

/** The template that a nested stack names, when it is a file of the tree. */
export function localTemplate(url: string, from: string, source: TemplateSource): DataNode | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of url.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  for (const suffix of IN_FOLDER) {
    const found = source(steps.join('/') + suffix);
    if (found) return found;
  }
  return undefined;
}

/** Templates that no other one makes a stack of; of those that make each other, the first. */
export function rootTemplates(templates: readonly DataNode[], source: TemplateSource): readonly DataNode[] {
  const nested = new Map(templates.map((root) => [root.document.file.path, nestedIn(root, source)]));
  const inner = new Set([...nested.values()].flat());
  const roots: DataNode[] = [];
  const reached = new Set<string>();
  const take = (root: DataNode): void => {
    const { path } = root.document.file;
    if (reached.has(path)) return;
    roots.push(root);
    const open = [path];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(...(nested.get(next) ?? []));
    }
  };
  for (const root of templates) if (!inner.has(root.document.file.path)) take(root);
  for (const root of templates) take(root);
  return roots;
}

/** Paths of the templates that a template's text names. */
function nestedIn(root: DataNode, source: TemplateSource): readonly string[] {
  return root
    .get('Resources')
    .entries()
    .flatMap(([, resource]) => {
      const name = urlProperty(resource.get('Type').text ?? '');
      const url = name === undefined ? undefined : resource.get('Properties', name).text;
      const found = url === undefined ? undefined : localTemplate(url, root.document.file.path, source);
      return found ? [found.document.file.path] : [];
    });
}
