import type { DataNode } from '../../data-node.ts';

/** What a data source is named by, and its type where that is said. */
export interface DataSource {
  readonly name: DataNode;
  readonly type: string | undefined;
}

/** A name, or `{type, uid}`. */
export function dataSourceOf(node: DataNode): DataSource {
  return node.isMap
    ? { name: node.get('uid'), type: node.get('type').text }
    : { name: node, type: undefined };
}
