import type { RuleTestFacts, Subject } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { configFacts, intervalOf, operatedFacts } from './collector.ts';
import { isRuleTest } from '../detect.ts';
import { jobFacts } from './job.ts';
import { monitorScrapes } from './monitor.ts';

function ruleTestFacts(root: DataNode): RuleTestFacts {
  const alerts = root
    .get('tests')
    .items()
    .flatMap((test) => test.get('alert_rule_test').items())
    .flatMap((test) => test.get('alertname').text ?? []);
  return { alerts: [...new Set(alerts)].sort(), ruleFiles: root.get('rule_files').texts() };
}

/** What a configuration or an object of an operator collects, and what collects it; nothing for files of rules. */
export function collectionSubjects(
  document: DataDocument,
  context: FormatContext,
  uniqueId: (id: string) => string,
): readonly Subject[] {
  const root = rootNode(document);
  const { path } = document.file;
  const namespace = root.get('metadata', 'namespace').text;
  const environment =
    context.environmentOf(path) ?? (namespace === undefined ? undefined : context.environmentOf(namespace));
  const common = (
    address: string,
    name: string,
    location: Location,
  ): Pick<Subject, 'id' | 'name' | 'format' | 'environment' | 'location'> => ({
    id: uniqueId(`${path}:${address}`),
    name,
    format: 'prometheus',
    ...(environment !== undefined && { environment }),
    location,
  });
  if (root.get('apiVersion').exists) {
    const named = root.get('metadata', 'name');
    const kind = root.get('kind').text ?? '';
    const name = named.text ?? 'unnamed';
    const address = [kind, namespace, name].filter(Boolean).join('/');
    const facts = operatedFacts(root);
    return [
      ...(facts ? [{ kind: 'metrics-collector' as const, ...common(address, name, named.at), facts }] : []),
      ...monitorScrapes(document).map((scrape) => ({
        kind: 'scrape' as const,
        ...common(address, name, named.at),
        facts: scrape,
      })),
    ];
  }
  if (root.get('groups').exists) return [];
  if (isRuleTest(root)) {
    const location = root.entries()[0]?.[1].header ?? root.at;
    const file = path.replace(/^.*\//, '');
    return [{ kind: 'rule-test', ...common('tests', file, location), facts: ruleTestFacts(root) }];
  }
  const interval = intervalOf(root.get('global'), 'scrape_interval');
  const file = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return [
    {
      kind: 'metrics-collector',
      ...common('collector', file, root.entries()[0]?.[1].header ?? root.at),
      facts: configFacts(root, context),
    },
    ...root
      .get('scrape_configs')
      .items()
      .filter((job) => job.isMap)
      .map((job) => {
        const name = job.get('job_name');
        const written = name.written ?? 'unnamed';
        return {
          kind: 'scrape' as const,
          ...common(`job/${written}`, written, name.at),
          facts: jobFacts(job, 'job', interval, name),
        };
      }),
  ];
}
