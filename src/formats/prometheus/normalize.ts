import type { QueryFacts, Subject, SubjectOf } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { queryFacts } from '../query-facts.ts';
import { openedDocuments } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { alertFacts } from './alert.ts';
import { detect } from './detect.ts';
import { holdsLogRules } from './log-rules.ts';
import { ruleFileMistakes } from './mistakes.ts';
import { readRecords } from './records.ts';
import { labelOf, readRules, type Rule } from './rules.ts';
import { collectionSubjects } from './scrape/subjects.ts';

/** Alerts of all rule files, which are read through the recording rules, and the expressions of both. */
export function normalize(objects: readonly DataDocument[], context: FormatContext): Normalized {
  const { documents, diagnostics } = openedDocuments(objects, 'prometheus', detect);
  const holders = documents.filter(holdsRules);
  const files = holders.map(readRules);
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
  // What Prometheus refuses Loki may take.
  for (const document of holders.filter((one) => !holdsLogRules(rootNode(one))))
    subjects.push(ruleFileSubject(document, context, uniqueId));
  for (const document of documents) subjects.push(...collectionSubjects(document, context, uniqueId));
  if (context.wantsResources)
    for (const document of objects)
      if (rootNode(document).get('apiVersion').exists) subjects.push(resourceOf(document, 'prometheus'));
  return { subjects, diagnostics: [...diagnostics, ...files.flatMap((file) => file.diagnostics)] };
}

function ruleFileSubject(
  document: DataDocument,
  context: FormatContext,
  uniqueId: (id: string) => string,
): SubjectOf<'rule-file'> {
  const { path } = document.file;
  const name = rootNode(document).get('metadata', 'name');
  const environment = context.environmentOf(path);
  return {
    kind: 'rule-file',
    id: uniqueId(`${path}:${name.text ?? 'rules'}`),
    name: name.text ?? path.replace(/^.*\//, ''),
    format: 'prometheus',
    ...(environment !== undefined && { environment }),
    location: name.exists ? name.at : rootNode(document).get('groups').keyAt,
    facts: { mistakes: ruleFileMistakes(document) },
  };
}

function holdsRules(document: DataDocument): boolean {
  const root = rootNode(document);
  return root.get('spec', 'groups').exists || root.get('groups').exists;
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

function queryFactsOf({ kind, node, query, logs, group, document }: Rule): QueryFacts {
  const language = logs ? 'logql' : isVictoriaMetrics(document, group) ? 'metricsql' : 'promql';
  if (kind === 'alert') return queryFacts('alert', node.get('expr'), query, language);
  return { ...queryFacts('recording-rule', node.get('expr'), query, language), labels: textsOf(group, node) };
}

/** Labels of a group are labels of its rules. */
function textsOf(...owners: readonly DataNode[]): QueryFacts['labels'] {
  return Object.fromEntries(
    owners.flatMap((owner) =>
      owner
        .get('labels')
        .entries()
        .flatMap(([key, { written }]) => (written === undefined ? [] : [[key, written] as const])),
    ),
  );
}

/** Settings of a group that only the rules of VictoriaMetrics have. */
const VICTORIA_KEYS: readonly string[] = [
  'type',
  'concurrency',
  'eval_offset',
  'eval_delay',
  'eval_alignment',
  'params',
  'notifier_headers',
  'debug',
];

function isVictoriaMetrics(document: DataDocument, group: DataNode): boolean {
  return rootNode(document).get('kind').text === 'VMRule' || VICTORIA_KEYS.some((key) => group.has(key));
}
