/**
 * Strings and comments come first, so that what looks like a placeholder inside them stays as it is.
 * Go, Jinja and Helm write `{{ x }}`, Grafana and shells `$x` and `${x}`, older
 * Grafana `[[x]]`.
 */
const TOKENS =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`[^`]*`|#[^\n]*|\{\{[^{}]*\}\}|\[\[\w+(?::\w+)?\]\]|\$\{\w+(?::\w+)?\}|\$\w+/g;

/** A range or an offset takes a duration; everywhere else a metric's name does. */
const BEFORE_DURATION = /(?:\[|:|\boffset)[\s-]*$/;

/** Puts something of the same length in place of each placeholder, so that all offsets stay true. */
export function withoutPlaceholders(expression: string): string {
  if (!/\$|\{\{|\[\[/.test(expression)) return expression;
  return expression.replace(TOKENS, (token, offset: number) => {
    if (!/^(?:\$|\{\{|\[\[)/.test(token)) return token;
    const before = expression.slice(Math.max(0, offset - 16), offset);
    // `[${seconds}s]` has its unit behind it.
    if (BEFORE_DURATION.test(before) && /^[smhdwy]/.test(expression.slice(offset + token.length)))
      return '1'.repeat(token.length);
    if (BEFORE_DURATION.test(before) && token.length > 1) return '1m'.padEnd(token.length);
    return 'x'.repeat(token.length);
  });
}

/** Is a text filled in later? */
export function hasPlaceholder(text: string): boolean {
  return /\{\{|\$\{?\w|\[\[\w/.test(text);
}
