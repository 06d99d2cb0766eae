import type { Signal } from '../model/index.ts';

/** Words and the signal they stand for. The first entry that matches decides. */
export type Words = readonly (readonly [signal: Signal, words: RegExp])[];

/** What people put into the label or annotation that says it outright. */
export const STATED: Words = [
  ['availability', /^(?:availability|uptime|up)$/],
  ['latency', /^(?:latency|duration|response[-_ ]time)$/],
  ['errors', /^(?:errors?|error[-_ ]rate|correctness)$/],
  ['traffic', /^(?:traffic|throughput|rate|demand)$/],
  ['saturation', /^(?:saturation|utili[sz]ation|capacity)$/],
];

/** The signals by their own names: whoever writes one of them into the alert's name means it. */
export const PLAIN: Words = [
  ['availability', /\bavailability\b/],
  ['latency', /\blatenc(?:y|ies)\b/],
  [
    'errors',
    /\berror (?:rate|ratio|budget)\b|\bburn rate\b|\b(?:slow|fast|budget) ?burn\b|\bburns? (?:slow|fast)/,
  ],
  ['saturation', /\bsaturat(?:ion|ed)\b/],
  ['traffic', /\btraffic\b/],
];

/** Names and summaries of alerts, in words. */
export const NAMES: Words = [
  ...PLAIN,
  [
    'latency',
    /\b(?:slow|slowly|slowing|response times?|durations?|p9\d|percentile|delay(?:ed|s)?|taking (?:too )?long)\b/,
  ],
  // Health checks and quorums fail, too: they come before the errors.
  [
    'availability',
    /\bhealth ?checks?\b|\bquorum\b|\bsplit brain\b|\bnot enough\b|\binsufficient (?:members|replicas)\b/,
  ],
  ['errors', /\b(?:err|errs|errors?|exceptions?|panics?|[45]xx|[45]\d\d)\b/],
  [
    'errors',
    /\b(?:fail|fails|failed|failing|failures?|reject(?:ed|ions?)|drop(?:ped|s)?|refus\w+|timeouts?|timed out|discard(?:ed|s)?|corrupt\w*|dead ?locks?)\b/,
  ],
  [
    'availability',
    /\b(?:down|unavailable|unreachable|absent|missing(?! backup)|offline|outage|halted|killed|dead(?! (?:connection|letter|man|message|tuple))|unhealthy|disconnected|disappeared|stopped|lost|crash\w*|restart\w*|reboot\w*|unschedulable|stuck)\b/,
  ],
  [
    'availability',
    /\bnot (?:ready|running|healthy|available|up|reachable|alive|live|connected|active|online)\b|\bno (?:leader|alive|live|healthy|available)\b|\b(?:replicas?|generation) mismatch\b|\b(?:pod|pods|claim|persistentvolumeclaim) pending\b|\bmiss?scheduled\b/,
  ],
  [
    'saturation',
    /\b(?:cpu|memory|mem|oom|ram|swap|heap|disks?|filesystems?|inodes?|storage|volumes?|space|queues?|backlog|lag|pending|connections?|pool|threads?|file descriptors?|conntrack|quota|limit\w*|capacity|load|pressure|buffers?|cache)\b/,
  ],
  [
    'saturation',
    /\b(?:throttl\w*|overcommit\w*|utili[sz]ation|usage|filling|full|exhaust\w*|too many|over budget|bandwidth|iops|evict\w*|fragment\w*)\b/,
  ],
  [
    'traffic',
    /\b(?:throughput|rps|qps|request rate|ingest\w*|no (?:requests|samples|data|messages|events)|not (?:receiving|ingesting|sending))\b/,
  ],
];

/** Names of metrics; `_` and `:` are blanks. Looked at after the alert's own words. */
export const METRICS: Words = [
  [
    'errors',
    /\b(?:errors?|errs|failed|failures?|fails|exceptions?|rejected|rejections?|dropped|timeouts?|panics?|[45]xx|burnrate\w*)\b/,
  ],
  [
    'latency',
    /\b(?:duration|latency|response time|delay|elapsed|took)\b(?!.* count$)|\b(?:seconds|milliseconds) (?:bucket|sum)$/,
  ],
  // Not `available`: bytes of memory are, too.
  [
    'availability',
    /\b(?:up|success|ready|replicas|health|healthy|alive|leader|restarts|waiting reason|phase|unschedulable|running|online|members|unit state)\b/,
  ],
  [
    'saturation',
    /\b(?:cpu|memory|mem|bytes|filesystem|disk|inodes|swap|queue|queued|backlog|pending|lag|connections|connected|threads|pool|fds|conntrack|throttled|quota|limits?|load1|load5|load15|utili[sz]ation|usage|used|heap|gc|capacity|free|available|inflight|max|evicted)\b/,
  ],
  [
    'traffic',
    /\b(?:requests|queries|commands|messages|received|transmit|receive|sent|samples|appended|operations|ops)\b/,
  ],
];

export function firstOf(words: Words, text: string): Signal | undefined {
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `KubeAPIErrorBudgetBurn` and `kube_api-error` as words, in lower case. */
export function inWords(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^a-z\d]+/gi, ' ')
    .toLowerCase()
    .trim();
}
