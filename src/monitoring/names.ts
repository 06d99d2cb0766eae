import { hasPlaceholder } from '../syntax/promql/index.ts';
import type { Matcher } from '../syntax/promql/index.ts';

/**
 * The names that a matcher selects: one for equality, several for a plain alternation, and what comes before a
 * closing wildcard. Nothing when the pattern says less than that.
 */
export function matchedNames({ label, operator, value }: Matcher): readonly string[] {
  if (operator === '=') return nameOf(value);
  if (operator !== '=~') return [];
  const inner = /^\^?\((?:\?:)?([^()]*)\)\$?$/.exec(value)?.[1] ?? value;
  const names = inner.split('|').map((alternative) => plainName(alternative, label === 'namespace'));
  return names.every((name) => name !== undefined) ? names.flatMap(nameOf) : [];
}

/** Twice as long as the longest name in DNS; reading what is longer would take long. */
const LONGEST_NAME = 512;

/** `checkout-.*` and `.*checkout.*` are about `checkout`; a namespace that only starts so is some other's. */
function plainName(pattern: string, exact: boolean): string | undefined {
  if (pattern.length > LONGEST_NAME) return undefined;
  const unescaped = pattern.replace(/\\+([.\-/])/g, (_, character: string) =>
    character === '.' ? '~' : character,
  );
  const bare = exact
    ? unescaped
    : unescaped.replace(/^\^?(?:\.[*+])?-?|-?(?:\.[*+]|\[[^\]]+\][*+]).*$|\$$/g, '');
  return /^[\w~/:-]+$/.test(bare) ? bare.replaceAll('~', '.') : undefined;
}

/** A value as a service is called: without its namespace, or the domain behind it. */
function nameOf(value: string): readonly string[] {
  if (value === '' || hasPlaceholder(value)) return [];
  const name = value.replace(/^.*\//, '').replace(/\.svc(?:\..*)?$|:\d+$/, '');
  const short = value.includes('.svc') ? name.replace(/\..*$/, '') : name;
  return /[a-z]/i.test(short) ? [short] : [];
}

/** First words of metrics that say what is measured, not whose it is. */
const GENERIC: ReadonlySet<string> = new Set(
  `absent aggregator aggregate alerts api app application aws azure blackbox client cluster cmdline code collector
  container controller count cpu db disk dotnet event events exporter federate file filesystem function gc gcp go
  grpc handler health host http https instance interface ip istio job jobs jvm k8s kube kubernetes latency load
  machine memory message messages metric metrics namespace net network node nodejs os path pod probe process
  promhttp python queue quantile rabbit rate request requests response rpc ruby runtime scrape scraper server
  service session sessions site slo sli smartmon snmp status system systemd target task tcp time timer tls total
  udp up url user users vm web windows workload workqueue rest kubelet cadvisor job_name certificate cert ssl
  x509 mixin severity deployment error errors`.split(/\s+/),
);

/** Exporters whose prefix is no name that anyone gives to what they watch. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  pg: 'postgres',
  redisdb: 'redis',
  es: 'elasticsearch',
};

/** ClickHouse and the like put it into the prefix which table of theirs a metric is from. */
const TABLE = /(?<=[a-z])(?:Asynchronous|Async|Error|Profile|Current)?(?:Metrics?|Events?)$/;

/** The program that a metric's prefix names: `redis_connected_clients` is of `redis`, `http_requests_total` of any. */
export function prefixNames(metric: string): readonly string[] {
  const level = metric.split(':', 1)[0] ?? '';
  const [prefix = '', second = ''] = level.split('_');
  const first = prefix.replace(TABLE, '');
  if (first.length < 2 || GENERIC.has(first.toLowerCase())) return [];
  if (level === metric && second === '') return [];
  if (!/^[a-z][a-z0-9]*$/i.test(first)) return [];
  const name = LONG_NAMES[first] ?? first;
  if (/^(?:service|svc)$/.test(second)) return [name, `${name}-${second}`];
  // `ClickHouse` is one word to those who run it, `SearchBox` perhaps two.
  return [...new Set([name, name.toLowerCase()])];
}

/** The names that a pattern for a label of discovered targets selects. */
export function namesOfPattern(pattern: string): readonly string[] {
  return matchedNames({ label: 'app', operator: '=~', value: pattern, start: 0, end: 0 });
}

/** The service that an address of a target names: `checkout` of `http://checkout.shop.svc:8080/health`. */
export function namesOfAddress(address: string): readonly string[] {
  if (address.length > LONGEST_NAME) return [];
  const host = address
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '');
  const name = host.replace(/:\d+$/, '');
  if (/^(?:localhost|[\d.]+|\[.*\]|host\.docker\.internal)$/i.test(name)) return [];
  // A name of the Internet says who serves it, not what it is; one inside a cluster begins with the Service's.
  if (name.includes('.') && !/\.svc(?:\.|$)|\.(?:local|internal)$/.test(name)) return [];
  return nameOf(name.replace(/\..*$/, ''));
}
