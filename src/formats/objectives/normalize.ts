import {
  isUnknown,
  known,
  unknown,
  type Fact,
  type ObjectiveFacts,
  type Subject,
} from '../../model/index.ts';
import { signalOf, watchedServices } from '../../monitoring/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseQuery, type Query } from '../../syntax/promql/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { queryFacts } from '../query-facts.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { madeAlertFacts } from './alerts.ts';
import type { IndicatorExpression, Stated } from './model.ts';
import { indexObjects, readOpenSlo, type Named } from './openslo.ts';
import { readPyrra } from './pyrra.ts';
import { readSloth } from './sloth.ts';

/** Objectives of all files, their expressions in PromQL, and the alerts that their systems make of them. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const reader = new Reader(context);
  const named = indexObjects(documents);
  for (const document of documents)
    for (const stated of readObjectives(document, named)) reader.objective(stated);
  return { subjects: reader.subjects, diagnostics: reader.diagnostics };
}

function readObjectives(document: DataDocument, named: Named): readonly Stated[] {
  const apiVersion = rootNode(document).get('apiVersion').text;
  if (apiVersion?.startsWith('pyrra.dev/') === true) return readPyrra(document);
  if (apiVersion === undefined || apiVersion.startsWith('sloth.slok.dev/')) return readSloth(document);
  return readOpenSlo(document, named);
}

class Reader {
  readonly subjects: Subject[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #uniqueId = uniqueIds();
  readonly #context: FormatContext;
  /** What an indicator of several objectives asks is told once. */
  readonly #told = new Set<string>();

  constructor(context: FormatContext) {
    this.#context = context;
  }

  objective(stated: Stated): void {
    const { file } = stated.name.document;
    const environment =
      this.#context.environmentOf(file.path) ??
      (stated.namespace === undefined ? undefined : this.#context.environmentOf(stated.namespace));
    const common = {
      id: this.#uniqueId(`${file.path}:${stated.address}`),
      name: stated.title,
      format: 'objectives',
      ...(environment !== undefined && { environment }),
      location: stated.name.at,
    };
    const queries = stated.indicator.expressions.flatMap((one) => this.#query(one, common));
    const services = servicesOf(stated, queries);
    const signal = signalFact(stated, queries);
    this.subjects.push({
      kind: 'objective',
      ...common,
      facts: {
        system: stated.system,
        services,
        signal,
        target: stated.target,
        windowHours: stated.windowHours,
        measure: stated.indicator.measure,
        partIsWhole: partIsWhole(stated),
        burnAlerts: stated.burnAlerts,
        alerts: unknown('the alerts of the files were not held against it', stated.name.at),
        component: unknown('there is no deployment plan', stated.name.at),
        planned: unknown('there is no deployment plan', stated.name.at),
      },
    });
    for (const alert of stated.made)
      this.subjects.push({
        kind: 'alert',
        ...common,
        id: this.#uniqueId(`${common.id}/${alert.urgency}`),
        name: alert.name,
        location: alert.at,
        facts: madeAlertFacts(alert, services, signal),
      });
  }

  #query(
    { node, role, language }: IndicatorExpression,
    common: Pick<Subject, 'id' | 'name' | 'format' | 'environment' | 'location'>,
  ): readonly Query[] {
    if (node.text === undefined || language === 'other') return [];
    const query = parseQuery(node.text);
    // Without a type it may be the language of another system.
    if (query.problem && language === undefined) return [];
    const { file, span } = node.at;
    const place = `${file.path}:${span.start}`;
    if (this.#told.has(place)) return [query];
    this.#told.add(place);
    if (query.problem && !query.problem.sure) {
      const location = scalarPlaces(node)(query.problem);
      this.diagnostics.push({
        code: 'objectives/expression',
        level: 'warning',
        message: `The expression of the objective ${common.name} ${query.problem.message}.`,
        path: location.file.path,
        location,
      });
    }
    const id = this.#uniqueId(`${common.id}/${role}`);
    this.subjects.push({
      kind: 'query',
      ...common,
      id,
      location: node.at,
      facts: queryFacts('objective', node, query),
    });
    return [query];
  }
}

function servicesOf(
  { service, name, indicator }: Stated,
  queries: readonly Query[],
): Fact<readonly string[]> {
  if (service.text !== undefined && service.text !== '') return known([service.text], service.at);
  const { measure } = indicator;
  if (isUnknown(measure.value)) return unknown(measure.value.unknown, measure.at);
  const watched = queries.flatMap((query) => watchedServices(query.selectors).map((one) => one.name));
  return known([...new Set(watched)].sort(), name.at);
}

/** By its name, else by what it counts, else by its description. */
function signalFact({ title, words, name }: Stated, queries: readonly Query[]): ObjectiveFacts['signal'] {
  const nothing = parseQuery('');
  const [query = nothing] = queries;
  return known(signalOf({ name: title, ...words }, query, undefined) ?? null, name.at);
}

function partIsWhole({ indicator, name }: Stated): Fact<boolean> {
  const { measure, expressions } = indicator;
  if (isUnknown(measure.value)) return unknown(measure.value.unknown, measure.at);
  const [part, whole] = ['part', 'whole'].map((role) => expressions.find((one) => one.role === role)?.node);
  if (!part || !whole) return known(false, measure.at ?? name.at);
  const [one, other] = [part, whole].map(({ text }) => text?.replace(/\s+/g, ''));
  return known(one !== undefined && one === other, part.at);
}
