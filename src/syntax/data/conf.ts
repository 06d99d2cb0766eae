/** What a `*.conf` is written in, by its text, where it is one of a log shipper; all kinds of programs have such files. */
export function confSyntax(text: string): 'fluent-bit' | 'fluentd' | undefined {
  const has = (pattern: RegExp): boolean => pattern.test(text);
  // Units of systemd have a section [Service], too.
  if (
    has(/^[ \t]*\[(?:INPUT|OUTPUT|FILTER|PARSER|MULTILINE_PARSER)\][ \t]*\r?$/im) ||
    (has(/^[ \t]*\[SERVICE\][ \t]*\r?$/im) && has(/^[ \t]*@INCLUDE[ \t]/im))
  )
    return 'fluent-bit';
  if (
    has(/^[ \t]*<(?:source|match|filter|label|system)(?:[ \t][^>\n]*)?>[ \t]*\r?$/m) &&
    has(/@type|<\/match>/)
  )
    return 'fluentd';
  return undefined;
}
