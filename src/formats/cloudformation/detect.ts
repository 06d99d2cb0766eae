import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Enough resources to tell what a file is. */
const SAMPLE = 50;
const RESOURCE_TYPE = /^(?:AWS|Custom|Alexa)::/;
/** Makes resources, so that a template may have nothing else. */
const LOOP = 'Fn::ForEach::';
/** What a parameter file may hold beside its parameters. */
const BESIDE_PARAMETERS: ReadonlySet<string> = new Set(['Parameters', 'Tags', 'StackPolicy']);

/** A template, or a file with parameters for one. Objects of the Kubernetes API that carry a template are none. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return false;
  return isTemplate(root) || isParameterFile(root);
}

export function isTemplate(root: DataNode): boolean {
  if (root.get('AWSTemplateFormatVersion').exists) return true;
  return root
    .get('Resources')
    .entries()
    .slice(0, SAMPLE)
    .some(([name, resource]) => name.startsWith(LOOP) || RESOURCE_TYPE.test(resource.get('Type').text ?? ''));
}

/** `[{ ParameterKey, ParameterValue }]`, as the AWS CLI takes it, or `{ Parameters: { Name: value } }`, as CodePipeline does. */
export function isParameterFile(root: DataNode): boolean {
  if (root.isList) {
    const entries = root.items().slice(0, SAMPLE);
    return entries.length > 0 && entries.every((entry) => entry.get('ParameterKey').text !== undefined);
  }
  const values = root.get('Parameters').entries();
  return (
    values.length > 0 &&
    root.entries().every(([key]) => BESIDE_PARAMETERS.has(key)) &&
    values.every(([, value]) => !value.isMap && !value.isList)
  );
}
