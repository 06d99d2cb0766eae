/**
 * What templates of alerts may call: Go's own functions, Prometheus' and VictoriaMetrics'.
 * https://pkg.go.dev/text/template#hdr-Functions
 * https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 * https://docs.victoriametrics.com/victoriametrics/vmalert/#template-functions
 */
const FUNCTIONS: ReadonlySet<string> = new Set(
  `and call html index slice js len not or print printf println urlquery eq ne lt le gt ge true false nil
  query first label value sortByLabel strvalue args tmpl safeHtml urlQueryEscape externalURL pathPrefix
  humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration now
  title toUpper toLower stripPort stripDomain match reReplaceAll graphLink tableLink parseDuration
  parseDurationTime formatTime htmlEscape jsonEscape quotesEscape crlfEscape pathEscape queryEscape
  metricsql trimPrefix trimSuffix join split contains hasPrefix hasSuffix replace`.split(/\s+/),
);

/** Does the template language of alerts have this function? */
export function isTemplateFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** A format with something in place of each verb, so that it can be read as a query. */
export function formatted(format: string): string {
  return format.replace(/%[-+# \d.]*([a-z%])/gi, (_, verb: string) =>
    verb === '%' ? '%' : verb === 'q' ? '"x"' : /[bd-go]/i.test(verb) ? '1' : 'x',
  );
}
