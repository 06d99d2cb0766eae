import type { AlertRouteFacts } from '../../model/index.ts';

type FactValue<T> = T extends { readonly value: infer V } ? Extract<V, readonly unknown[]> : never;

/** One condition of a route on a label. */
export type RouteMatcher = FactValue<AlertRouteFacts['matchers']>[number];

/** A label's name, a name in quotes (UTF-8 names), or nothing of both. */
const NAME = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"=!~{},]+))\s*/y;
const OPERATOR = /(=~|!~|!=|=)\s*/y;
/** In quotes, or up to the comma or brace that ends it. */
const VALUE = /"((?:[^"\\]|\\.)*)"\s*|([^",}]*)/y;
const SEPARATOR = /,\s*/y;

/**
 * Reads `severity="critical"`, `{a=~"b|c", d!=e}` and the like, in Alertmanager's classic and UTF-8 syntax;
 * undefined when it is neither.
 */
export function parseMatchers(text: string): readonly RouteMatcher[] | undefined {
  const trimmed = text.trim();
  const braced = trimmed.startsWith('{');
  if (braced && !trimmed.endsWith('}')) return undefined;
  const body = braced ? trimmed.slice(1, -1).trim() : trimmed;
  const matchers: RouteMatcher[] = [];
  let offset = 0;
  while (offset < body.length) {
    const name = take(NAME, body, offset);
    const operator = name && take(OPERATOR, body, name.end);
    const value = operator && take(VALUE, body, operator.end);
    if (!value) return undefined;
    matchers.push({
      label: unescape(name.text),
      operator: operator.text as RouteMatcher['operator'], // the pattern has no others
      value: value.quoted ? unescape(value.text) : value.text.trim(),
    });
    if (value.end >= body.length) break;
    const separator = take(SEPARATOR, body, value.end);
    if (!separator) return undefined;
    offset = separator.end;
  }
  return matchers.length > 0 ? matchers : undefined;
}

function take(
  pattern: RegExp,
  text: string,
  offset: number,
): { readonly text: string; readonly quoted: boolean; readonly end: number } | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (!match) return undefined;
  return {
    text: match[1] ?? match[2] ?? '',
    quoted: match[0].trimStart().startsWith('"'),
    end: pattern.lastIndex,
  };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character));
}
