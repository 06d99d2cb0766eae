import { valueOf, type Subject, type SubjectOf } from '../../model/index.ts';
import type { Sketch } from '../sketch.ts';

export const INTERNET = 'internet|';

const EVERYWHERE: readonly string[] = ['0.0.0.0/0', '::/0'];
const MOST_LINES = 8;

/** What the files let in: one thing for each environment, with a line for each kind of rule. */
export function drawRules(drawing: Sketch, subjects: readonly Subject[]): void {
  const byEnvironment = new Map<string, Map<string, number>>();
  const open = new Map<string, Set<string>>();
  for (const subject of subjects) {
    if (subject.kind !== 'network-rule' || !letsIn(subject)) continue;
    const environment = subject.environment ?? '';
    const lines = byEnvironment.get(environment) ?? new Map<string, number>();
    byEnvironment.set(environment, lines);
    const ports = portsOf(subject);
    const line = `${ports} from ${peersOf(subject)}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
    if (isOpen(subject)) open.set(environment, (open.get(environment) ?? new Set<string>()).add(ports));
  }
  for (const [environment, lines] of byEnvironment) {
    const key = `rules|${environment}`;
    const name = environment === '' ? 'rules in the files' : `${environment}: rules in the files`;
    const shown = [...lines].map(([line, times]) => (times === 1 ? line : `${line} (${times} rules)`));
    const more = shown.length - MOST_LINES;
    const listed = more > 0 ? [...shown.slice(0, MOST_LINES), `and ${more} more`] : shown;
    drawing.node(key, name, { lines: listed, shape: 'gate' });
    const ports = [...(open.get(environment) ?? [])];
    if (ports.length === 0) continue;
    drawing.node(INTERNET, 'internet', { shape: 'state' });
    drawing.edge(INTERNET, key, { label: ports.join(', ') });
  }
}

function letsIn({ facts }: SubjectOf<'network-rule'>): boolean {
  return facts.direction === 'ingress' && valueOf(facts.action) === 'allow';
}

function isOpen({ facts }: SubjectOf<'network-rule'>): boolean {
  return (valueOf(facts.peers) ?? []).some((peer) => EVERYWHERE.includes(peer));
}

function portsOf({ facts }: SubjectOf<'network-rule'>): string {
  const [from, to] = [valueOf(facts.fromPort), valueOf(facts.toPort)];
  if (from === undefined || to === undefined) return 'unknown ports';
  if (from === 0 && to === 65_535) return 'every port';
  return from === to ? String(from) : `${from}–${to}`;
}

function peersOf(rule: SubjectOf<'network-rule'>): string {
  if (isOpen(rule)) return 'the internet';
  const peers = valueOf(rule.facts.peers);
  if (peers === undefined) return 'somewhere unknown';
  return peers.length === 0
    ? 'other groups'
    : peers.length > 2
      ? `${peers.length} address blocks`
      : peers.join(', ');
}
