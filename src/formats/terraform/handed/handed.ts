import type { Stack } from '../../../cloud/index.ts';
import type { HandedDocuments } from '../../format.ts';
import { rootNode } from '../../data-node.ts';
import { innerDocument } from '../../scalar-places.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { grafanaDocuments } from './grafana.ts';
import { encodedTree } from './read.ts';
import { treeDocument, valueTree } from './tree.ts';

/** Resources that are a document of another format, and the attribute that holds it. */
const HOLDERS: readonly (readonly [type: string, attribute: string, encoded: boolean])[] = [
  ['kubernetes_manifest', 'manifest', false],
  ['kubectl_manifest', 'yaml_body', true],
  ['aws_prometheus_rule_group_namespace', 'data', true],
];

/** What a stack says of monitoring in the formats of others, for those to read. */
export function handedDocuments(stack: Stack): readonly HandedDocuments[] {
  const held = HOLDERS.flatMap(([type, attribute, encoded]) =>
    stack.of(type).flatMap((resource) => {
      const value = resource.get(attribute);
      const tree = encoded ? encodedTree(value) : value && valueTree(value);
      return tree ? [treeDocument(tree)] : [];
    }),
  );
  const documents = [...grafanaDocuments(stack), ...held, ...alertmanagerDefinitions(stack)];
  return documents.length === 0 ? [] : [{ documents, environment: stack.environment }];
}

/** Alertmanager's configuration is a text within the text. */
function alertmanagerDefinitions(stack: Stack): readonly DataDocument[] {
  return stack.of('aws_prometheus_alert_manager_definition').flatMap((resource) => {
    const tree = encodedTree(resource.get('definition'));
    const inner = tree && innerDocument(rootNode(treeDocument(tree)).get('alertmanager_config'));
    return inner ? [inner] : [];
  });
}
