import { known, unknown, type AlertTemplateFacts } from '../../model/index.ts';
import { mayHave, readTemplate, resultLabels, type LabelSet, type Template } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';
import type { Rule } from './rules.ts';

/** The labels and annotations of an alert that are templates; labels of the group are labels of its rules. */
export function templatesOf(rule: Rule): readonly AlertTemplateFacts[] {
  const { expression } = rule.query;
  let sets: readonly LabelSet[] | undefined;
  const leftLabels = (): readonly LabelSet[] => (sets ??= expression ? resultLabels(expression) : []);
  const of = (owner: DataNode, label: boolean): readonly AlertTemplateFacts[] =>
    owner
      .entries()
      .flatMap(([name, node]) =>
        node.text?.includes('{{') ? [templateFacts(name, node, label, leftLabels)] : [],
      );
  return [
    ...of(rule.group.get('labels'), true),
    ...of(rule.node.get('labels'), true),
    ...of(rule.node.get('annotations'), false),
  ];
}

function templateFacts(
  name: string,
  node: DataNode,
  label: boolean,
  leftLabels: () => readonly LabelSet[],
): AlertTemplateFacts {
  const template = readTemplate(node.text ?? '');
  if (!template) {
    const reason = 'another template makes this one';
    return {
      label,
      name,
      problem: unknown(reason, node.at),
      missingLabels: [],
      showsValue: unknown(reason, node.at),
    };
  }
  const placeOf = scalarPlaces(node);
  const { problem, values } = template;
  return {
    label,
    name,
    problem: problem ? known(problem.message, placeOf(problem)) : known(null, node.at),
    missingLabels: missing(template, leftLabels).map((use) => known(use.label, placeOf(use))),
    showsValue: known(values.length > 0, values[0] ? placeOf(values[0]) : node.at),
  };
}

/** Each label once, where it is shown first. */
function missing(template: Template, leftLabels: () => readonly LabelSet[]): Template['labels'] {
  const found = new Map<string, Template['labels'][number]>();
  for (const use of template.labels) {
    const sets = use.from ?? leftLabels();
    if (!found.has(use.label) && sets.some((set) => !mayHave(set, use.label))) found.set(use.label, use);
  }
  return [...found.values()];
}
