/** A place of the plan's schema: `recovery.backups[].every`. */
export interface Statement {
  readonly path: string;
  readonly description: string;
  /** Choices, or else examples. */
  readonly values: readonly string[];
  readonly required: boolean;
}

export interface PlanSection {
  readonly name: string;
  readonly statements: readonly Statement[];
}

interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
  readonly definitions?: Readonly<Record<string, Node>>;
}

/** All statements that the schema has a place for, by section, in the schema's order. */
export function statementsIn(schema: object): readonly PlanSection[] {
  const root: Node = schema;
  return Object.entries(root.properties ?? {}).map(([name, node]) => ({
    name,
    statements: below(root, name, node, root.required?.includes(name) ?? false),
  }));
}

function below(root: Node, path: string, node: Node, required: boolean): readonly Statement[] {
  const own = resolve(root, node);
  const items = own.items && resolve(root, own.items);
  const described = own.description ?? own.title ?? items?.description ?? items?.title ?? '';
  // Examples of an item would look as if they were the list's own.
  const values = [...valuesOf(own), ...(items?.enum ? valuesOf(items) : [])];
  const children = [
    ...(items ? childrenOf(`${path}[]`, items) : []),
    ...childrenOf(path, own),
    ...(typeof own.additionalProperties === 'object'
      ? childrenOf(`${path}.<name>`, resolve(root, own.additionalProperties))
      : []),
  ];
  return [
    { path, description: described, values, required },
    ...children.flatMap((child) => below(root, child.path, child.node, child.required)),
  ];
}

function childrenOf(
  path: string,
  node: Node,
): readonly { readonly path: string; readonly node: Node; readonly required: boolean }[] {
  return Object.entries(node.properties ?? {}).map(([key, child]) => ({
    path: `${path}.${key}`,
    node: child,
    required: node.required?.includes(key) ?? false,
  }));
}

/** The definition with what the reference adds to it; no definition refers to itself. */
function resolve(root: Node, node: Node): Node {
  const name = node.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : root.definitions?.[name];
  return target ? { ...resolve(root, target), ...node } : node;
}

function valuesOf({ const: only, enum: choices, examples }: Node): readonly string[] {
  const values = only === undefined ? (choices ?? examples ?? []) : [only];
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}
