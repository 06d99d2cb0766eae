import { known, unknown, valueOf, type AlertFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { queryFacts } from '../../query-facts.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Common, Subjects } from '../subjects.ts';
import { credentialsOf, PRESET, receiverFacts } from './contact-points.ts';
import { routerFacts, type Defined } from './policies.ts';
import { nameOf, readAlerting, type Alerting } from './read.ts';
import { alertFacts, readRule, titleOf } from './rule.ts';

/** What all documents together say of alerting: rules name contact points of other files, and policies, too. */
export function alertingSubjects(
  roots: readonly DataNode[],
  typeOf: (uid: string) => string | undefined,
  out: Subjects,
): void {
  const sources = roots.map((root) => ({ root, alerting: readAlerting(root) }));
  const defined = definedBy(sources.map(({ alerting }) => alerting));
  const policies = sources.flatMap(({ root, alerting }) =>
    alerting.policies.map((policy) => ({ root, policy })),
  );
  for (const { root, policy } of policies) router(root, policy, defined, out);
  const lone =
    policies.length === 0 ? sources.find(({ alerting }) => alerting.contactPoints.length > 0) : undefined;
  if (lone) router(lone.root, undefined, defined, out);
  for (const { root, alerting } of sources) {
    const { path } = root.document.file;
    for (const point of alerting.contactPoints)
      for (const one of credentialsOf(point, path))
        out.subjects.push({ ...one, id: out.common(point.name, one.id.slice(path.length + 1)).id });
    for (const group of alerting.groups)
      for (const node of group.get('rules').items()) alert(node, group, typeOf, defined, out);
  }
}

function definedBy(sources: readonly Alerting[]): Defined {
  return {
    receivers: sources.flatMap(({ contactPoints }) => contactPoints.map(receiverFacts)),
    muteTimings: new Set(
      sources.flatMap(({ muteTimings }) => muteTimings.flatMap((timing) => timing.get('name').text ?? [])),
    ),
  };
}

function router(root: DataNode, policy: DataNode | undefined, defined: Defined, out: Subjects): void {
  const named = nameOf(root);
  const file = root.document.file.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const place = policy ?? root.get('contactPoints');
  const common = out.common(place, named.text ?? file);
  const location = place.exists ? place.header : named.at;
  out.subjects.push({ kind: 'alert-router', ...common, location, facts: routerFacts(policy, defined) });
}

function alert(
  node: DataNode,
  group: DataNode,
  typeOf: (uid: string) => string | undefined,
  defined: Defined,
  out: Subjects,
): void {
  // What is recorded alerts nobody.
  if (!node.isMap || node.get('record').isMap) return;
  const title = titleOf(node);
  const address = [group.get('folder').text, group.get('name').text, title.text].filter(Boolean).join('/');
  const common: Common = { ...out.common(title, address), name: title.text ?? '' };
  const rule = readRule(node, group, typeOf);
  for (const { expression, query, certain } of rule.queries) {
    if (!query) continue;
    if (query.problem && !query.problem.sure && certain)
      out.tell(
        'expression',
        `The expression of the alert ${common.name} ${query.problem.message}.`,
        scalarPlaces(expression)(query.problem),
      );
    const own = out.common(expression, expression.label, common.id);
    out.subjects.push({
      kind: 'query',
      ...own,
      name: common.name,
      facts: queryFacts('alert', expression, query),
    });
  }
  out.subjects.push({ kind: 'alert', ...common, facts: alertFacts(rule, receiversOf(node, defined)) });
}

/** A rule may name its contact point itself, past all policies. */
function receiversOf(node: DataNode, { receivers }: Defined): AlertFacts['receivers'] {
  const named = node.get('notification_settings', 'receiver');
  if (!named.exists) return unknown('no notification policy was found in the files', named.at);
  const point = receivers.find(({ name }) => valueOf(name) === named.text);
  if (point) return known(valueOf(point.notifies) === true ? [named.text ?? ''] : [], named.at);
  if (receivers.length === 0 && named.text !== PRESET)
    return unknown(`the contact point ${named.text ?? ''} is not in the files`, named.at);
  return known([], named.at);
}
