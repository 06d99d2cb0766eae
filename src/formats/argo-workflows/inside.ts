import { innerText, relocated, type DataDocument } from '../../syntax/data/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { sourceFile } from '../../source/index.ts';
import { podOf } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { containersOf } from './job/activities.ts';
import { callsIn } from './mistakes/scope.ts';
import { holdersOf, type Holder } from './read/workflow.ts';

/** The pods that templates run as, and the objects that they apply. */
export function inside(document: DataDocument): readonly DataDocument[] {
  return holdersOf(document).flatMap((holder) =>
    [...holder.templates].flatMap(([name, template]) => {
      const inline = callsIn(template).map((call) => call.get('inline'));
      return [template, ...inline].flatMap((one) => [...podIn(one, name, holder), ...manifestsIn(one)]);
    }),
  );
}

/** Containers of a template run beside one another in one pod. */
function podIn(template: DataNode, name: string, holder: Holder): readonly DataDocument[] {
  const before = template.get('initContainers').items();
  const starting = new Set(before.map(({ value }) => value));
  const running = containersOf(template)
    .map(({ node }) => node)
    .filter(({ value }) => !starting.has(value));
  const containers = [...running, ...template.get('sidecars').items()];
  if (containers.length === 0 || running.length === 0) return [];
  const own = (key: string): DataNode => (template.get(key).exists ? template : holder.spec).get(key);
  return [
    podOf({
      name: `${holder.name}/${name}`,
      namespace: holder.namespace,
      lists: {
        initContainers: before.map((node) => [node]),
        containers: containers.map((node) => [node]),
      },
      spec: {
        securityContext: own('securityContext'),
        serviceAccountName: own('serviceAccountName'),
        hostNetwork: holder.spec.get('hostNetwork'),
      },
      given: holder.kind.endsWith('WorkflowTemplate')
        ? { securityContext: 'what the workflow that runs it says' }
        : {},
      otherwise: template.get('name').exists ? template.get('name') : template,
    }),
  ];
}

const APPLIES = /^(?:apply|create|replace)$/;
const EXPRESSION = /\{\{([^{}]*)\}\}/g;

/** Does a template apply what is written in it? */
export function appliesManifest(template: DataNode): boolean {
  const resource = template.get('resource');
  return resource.get('manifest').text !== undefined && APPLIES.test(resource.get('action').text ?? '');
}

/** The objects in the text that a template applies, with expressions as what is filled in later. */
export function manifestsIn(template: DataNode): readonly DataDocument[] {
  const manifest = template.get('resource', 'manifest');
  if (manifest.text === undefined || !appliesManifest(template)) return [];
  const { file, move } = innerText(manifest.text, manifest.at);
  // As long as what it stands for, so that places stay.
  const text = file.text.replaceAll(EXPRESSION, (whole, body: string) => {
    const name = body
      .trim()
      .replace(/[^\w.-]/g, '_')
      .replace(/^[^a-z_]/i, '_');
    return whole.includes('\n') ? whole : `$(${name.padEnd(body.length + 1)})`;
  });
  return parseYaml(sourceFile(file.path, text))
    .documents.filter((document) => rootNode(document).get('kind').text !== undefined)
    .map((document) => relocated(document, move));
}
