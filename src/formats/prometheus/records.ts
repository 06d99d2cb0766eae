import { expressionSignal, watchedServices, type Reading } from '../../monitoring/index.ts';
import type { Signal } from '../../model/index.ts';
import type { Expression, Query } from '../../syntax/promql/index.ts';
import { labelOf, type Rule } from './rules.ts';

/** Records are made of records; a longer chain than this tells nothing more. */
const MAX_DEPTH = 10;

/** What a recorded series is about. */
export interface About {
  readonly services: readonly string[];
  readonly signal: Signal | undefined;
}

/** The recording rules of all files. */
export interface Records {
  /** What the records that a query reads are about; the first that tells something decides. */
  readonly about: (query: Query) => About;
  /** What makes the series of this name; nothing where no rule does, or its expression cannot be read. */
  readonly expressionOf: (metric: string) => Expression | undefined;
  /** The same with its text. */
  readonly read: Reading['recorded'];
}

const NOTHING: About = { services: [], signal: undefined };

/** Looks through recording rules: an alert on `checkout:errors:ratio5m` is about what that record reads. */
export function readRecords(rules: readonly Rule[]): Records {
  const byName = new Map<string, Rule>();
  for (const rule of rules) {
    const name = rule.name.text ?? '';
    // Several rules may record one name, with other labels. They are alike: the first tells enough.
    if (!byName.has(name)) byName.set(name, rule);
  }
  const told = new Map<Rule, About>();
  const aboutRule = (rule: Rule, depth: number): About => {
    const before = told.get(rule);
    if (before) return before;
    told.set(rule, NOTHING); // A record that reads itself tells nothing.
    const { query } = rule;
    const services = ownServices(rule);
    const signal = expressionSignal(query);
    const below = services.length > 0 && signal ? NOTHING : aboutQuery(query, depth + 1);
    const about = {
      services: services.length > 0 ? services : below.services,
      signal: signal ?? below.signal,
    };
    told.set(rule, about);
    return about;
  };
  const aboutQuery = (query: Query, depth: number): About => {
    let about = NOTHING;
    for (const { metric } of depth > MAX_DEPTH ? [] : query.selectors) {
      const rule = metric === undefined ? undefined : byName.get(metric);
      if (!rule) continue;
      const { services, signal } = aboutRule(rule, depth);
      about = {
        services: about.services.length > 0 ? about.services : services,
        signal: about.signal ?? signal,
      };
    }
    return about;
  };
  return {
    about: (query) => aboutQuery(query, 0),
    expressionOf: (metric) => byName.get(metric)?.query.expression,
    read: (metric) => {
      const rule = byName.get(metric);
      const expression = rule?.query.expression;
      return expression && { expression, text: rule.node.get('expr').written ?? '' };
    },
  };
}

function ownServices(rule: Rule): readonly string[] {
  const stated = labelOf(rule, 'service').text;
  return stated === undefined ? watchedServices(rule.query.selectors).map(({ name }) => name) : [stated];
}
