import type { DataNode } from '../data-node.ts';

/** A switch is written as it is, or in a map of its own as the API gives it: `{"enabled": true}`. */
export function isOn(node: DataNode): boolean {
  return (node.isMap ? node.get('enabled').value : node.value) === true;
}

export function countOf({ value }: DataNode): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
