import type { QueryFacts, Subject } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { queryFacts } from '../query-facts.ts';
import { uniqueIds } from '../unique-ids.ts';
import { alertFacts } from './alert.ts';
import { readRecords } from './records.ts';
import { labelOf, readRules, type Rule } from './rules.ts';

/** Alerts of all rule files, which are read through the recording rules, and the expressions of both. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const files = documents.map(readRules);
  const rules = files.flatMap((file) => file.rules);
  const records = readRecords(rules.filter(({ kind }) => kind === 'record'));
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  for (const rule of rules) {
    const environment = environmentOf(rule, context);
    const common = {
      id: uniqueId(`${rule.document.file.path}:${addressOf(rule)}`),
      name: rule.name.text ?? '',
      format: 'prometheus',
      ...(environment !== undefined && { environment }),
      location: rule.name.at,
    };
    subjects.push({ kind: 'query', ...common, facts: queryFactsOf(rule) });
    if (rule.kind === 'alert') subjects.push({ kind: 'alert', ...common, facts: alertFacts(rule, records) });
  }
  return { subjects, diagnostics: files.flatMap((file) => file.diagnostics) };
}

/** Object, group and alert: `webshop-rules/checkout/CheckoutDown`. */
function addressOf(rule: Rule): string {
  const object = rootNode(rule.document).get('metadata', 'name').text;
  const group = rule.group.get('name').text;
  return [object, group, rule.name.text].filter(Boolean).join('/');
}

/** By the file's path, else by the object's namespace, else by a label of the rule. */
function environmentOf(rule: Rule, context: FormatContext): string | undefined {
  const hints = [
    rule.document.file.path,
    rootNode(rule.document).get('metadata', 'namespace').text,
    ...['environment', 'env'].map((name) => labelOf(rule, name).text),
  ];
  for (const hint of hints) {
    const environment = hint === undefined ? undefined : context.environmentOf(hint);
    if (environment !== undefined) return environment;
  }
  return undefined;
}

function queryFactsOf({ kind, node, query }: Rule): QueryFacts {
  return queryFacts(kind === 'alert' ? 'alert' : 'recording-rule', node.get('expr'), query);
}
