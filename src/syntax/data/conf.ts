/** What a `*.conf` is written in, by its text, where it is one of a log shipper, or tells of backups of PostgreSQL; all kinds of programs have such files. */
export function confSyntax(text: string): 'fluent-bit' | 'fluentd' | 'logstash' | 'ini' | undefined {
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
  if (has(/^[ \t]*(?:input|filter|output)[ \t\r\n]{0,20}\{/m) && has(/=>/)) return 'logstash';
  // pgBackRest, Barman and its servers, PostgreSQL where it archives its log.
  if (
    has(/^[ \t]*(?:pg|repo)\d{1,3}-[a-z0-9-]{1,40}[ \t]*=/m) ||
    has(/^[ \t]*\[barman\]/m) ||
    (has(/^[ \t]*\[[^\]\n]{1,200}\]/m) && has(/^[ \t]*(?:backup_method|retention_policy)[ \t]*=/m)) ||
    has(/^[ \t]*archive_command[ \t]*=/m)
  )
    return 'ini';
  return undefined;
}
