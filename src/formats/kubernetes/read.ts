import { known, unknown, type Fact } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { quantityIn, QUANTITY_FORMS } from '../../syntax/quantity/index.ts';

/** `${VAR}` of Flux, Kustomize and envsubst, `$(VAR)` of OpenShift templates and Tekton: filled in when it is applied. */
const PLACEHOLDER = /\$\{[^}]{1,1000}\}|\$\([a-z_][\w.[\]'"*-]{0,200} {0,200}\)/i;

/** Kubernetes reads YAML 1.1, where these are booleans too, when they are not quoted. */
const YAML_1_1: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

/** The fact about something that the file does not state, unless it is wrong about what should hold it. */
export function defaultFact<T>(node: DataNode, fallback: T): Fact<T> {
  const { obstacle } = node;
  return obstacle ? mistyped(obstacle, 'a map') : known(fallback, node.at);
}

export function booleanFact(node: DataNode, fallback: boolean): Fact<boolean> {
  if (!node.exists) return defaultFact(node, fallback);
  if (typeof node.value === 'boolean') return known(node.value, node.at);
  const { file, span } = node.at;
  const word = file.text.slice(span.start, span.end).toLowerCase();
  if (Object.hasOwn(YAML_1_1, word)) return known(YAML_1_1[word] === true, node.at);
  return mistyped(node, 'true or false');
}

export function numberFact(node: DataNode, fallback: number): Fact<number> {
  if (!node.exists) return defaultFact(node, fallback);
  if (typeof node.value === 'number') return known(node.value, node.at);
  return mistyped(node, 'a number');
}

/** A quantity, as cores, bytes or pieces. */
export function quantityFact<T>(node: DataNode, fallback: T): Fact<number | T> {
  if (!node.exists) return defaultFact(node, fallback);
  const amount = quantityIn(node.written ?? '');
  return amount === undefined ? mistyped(node, QUANTITY_FORMS) : known(amount, node.at);
}

export function textFact(node: DataNode, fallback: string): Fact<string> {
  if (!node.exists) return defaultFact(node, fallback);
  if (node.text === undefined) return mistyped(node, 'a text');
  return PLACEHOLDER.test(node.text) ? mistyped(node, 'a text') : known(node.text, node.at);
}

/** What stands under the name, or under another one that is read in its place. */
export function either(holder: DataNode, name: string, other: string): DataNode {
  const node = holder.get(name);
  const instead = holder.get(other);
  return !node.exists && instead.exists ? instead : node;
}

/** Strings of a map, such as labels. */
export function textMap(...nodes: readonly DataNode[]): Readonly<Record<string, string>> {
  const entries = nodes.flatMap((node) =>
    node.entries().flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const])),
  );
  return Object.fromEntries(entries);
}

/** The node holds something of the wrong type, perhaps since it is filled in later. */
export function mistyped(node: DataNode, wanted: string): Fact<never> {
  const key = node.label;
  const placeholder = node.text === undefined ? undefined : PLACEHOLDER.exec(node.text)?.[0];
  if (placeholder !== undefined)
    return unknown(`${placeholder} in ${key} is filled in when the manifest is applied`, node.at);
  return unknown(`${key} is ${describe(node)}, not ${wanted}`, node.at);
}

function describe(node: DataNode): string {
  if (node.isList) return 'a list';
  if (node.isMap) return 'a map';
  if (node.text !== undefined) return `the text "${node.text.slice(0, 40)}"`;
  return String(node.value);
}
