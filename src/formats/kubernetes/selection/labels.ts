import type { DataNode } from '../../data-node.ts';
import { textMap } from '../read.ts';

export type Labels = Readonly<Record<string, string>>;

/**
 * Does a label selector fit? An empty one fits all.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function selects(selector: DataNode, labels: Labels): boolean {
  return (
    hasAll(labels, textMap(selector.get('matchLabels'))) &&
    selector
      .get('matchExpressions')
      .items()
      .every((one) => fits(one, labels))
  );
}

/** The labels that a selector asks for; undefined where it asks by expressions, too. */
export function labelsIn(selector: DataNode): Labels | undefined {
  return selector.get('matchExpressions').items().length > 0
    ? undefined
    : textMap(selector.get('matchLabels'));
}

/** Are all of these among the labels? */
export function hasAll(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => Object.hasOwn(labels, name) && labels[name] === value,
  );
}

function fits(expression: DataNode, labels: Labels): boolean {
  const key = expression.get('key').text ?? '';
  const has = Object.hasOwn(labels, key);
  const among =
    has &&
    expression
      .get('values')
      .texts()
      .includes(labels[key] ?? '');
  switch (expression.get('operator').text) {
    case 'In':
      return among;
    case 'NotIn':
      return !among;
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    default:
      return false;
  }
}
