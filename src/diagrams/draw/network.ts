import type { Subject } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Diagram } from '../diagram.ts';
import { sketch, type Sketch } from '../sketch.ts';
import { drawRules, INTERNET } from './network-rules.ts';

/** Components of a zone that get an arrow each; more are drawn as one thing. */
const FEW = 3;

/** Zones, who reaches what on which ports by the plan, and what rules in the files let in. */
export function networkDiagram(plan: Statements, subjects: readonly Subject[]): Diagram {
  const drawing = sketch();
  drawNetwork(drawing, plan, ['infrastructure', 'network'], '');
  for (const item of plan.items(['environments'])) {
    const name = plan.text([...item, 'name']).value;
    if (name !== null) drawNetwork(drawing, plan, [...item, 'network'], name);
  }
  drawRules(drawing, subjects);
  return drawing.done({
    id: 'network',
    title: 'Network: zones, who reaches what, and open ports',
    lead: 'Zones and security groups as the plan states them, and beside them what network rules in the files let in.',
  });
}

/** One network: the plan's, or one that an environment has of its own. */
function drawNetwork(drawing: Sketch, plan: Statements, path: Path, environment: string): void {
  const zones = zonesOf(plan, path, environment);
  for (const zone of zones) {
    const group = drawing.group(zone.key, zone.title);
    if (zone.members.length === 0) drawing.node(`${zone.key}|`, zone.name, { group });
    for (const name of zone.members) drawing.node(`${zone.key}|${name}`, name, { group });
  }
  const isNamed = drawGroups(drawing, plan, path, environment, zones);
  const ports = plan.numbers([...path, 'publicPorts']).value;
  const open = zones.filter(({ exposure }) => exposure === 'public');
  if (isNamed || ports.length === 0 || open.length === 0) return;
  drawing.node(INTERNET, 'internet', { shape: 'state' });
  for (const zone of open)
    for (const key of keysOf(zone)) drawing.edge(INTERNET, key, { label: ports.join(', ') });
}

interface Zone {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly exposure: string;
  readonly members: readonly string[];
}

function zonesOf(plan: Statements, path: Path, environment: string): readonly Zone[] {
  return plan.items([...path, 'zones']).flatMap((item) => {
    const name = plan.text([...item, 'name']).value;
    if (name === null) return [];
    const exposure = plan.text([...item, 'exposure']).value ?? 'exposure not stated';
    const cidr = plan.text([...item, 'cidr']).value;
    const place = environment === '' ? name : `${environment}: ${name}`;
    const open = exposure === name ? [] : [exposure];
    const title = [place, ...open, ...(cidr === null ? [] : [cidr])].join(', ');
    const members = plan.texts([...item, 'components']).value;
    return [{ key: `zone|${environment}|${name}`, name, title, exposure, members }];
  });
}

const keysOf = ({ key, members }: Zone): readonly string[] =>
  members.length === 0 ? [`${key}|`] : members.map((name) => `${key}|${name}`);

/** Gives whether any group says what comes in from the internet. */
function drawGroups(
  drawing: Sketch,
  plan: Statements,
  path: Path,
  environment: string,
  zones: readonly Zone[],
): boolean {
  let isOpen = false;
  for (const item of plan.items([...path, 'securityGroups'])) {
    const name = plan.text([...item, 'name']).value;
    if (name === null) continue;
    const behind = plan.texts([...item, 'protects']).value;
    const targets =
      behind.length > 0 ? behind.flatMap((one) => placesOf(drawing, zones, environment, one)) : [];
    if (targets.length === 0) {
      const key = `group|${environment}|${name}`;
      drawing.node(key, name, { lines: ['security group'], shape: 'gate' });
      targets.push(key);
    }
    for (const allow of plan.items([...item, 'allows'])) {
      const from = plan.text([...allow, 'from']).value;
      if (from === null) continue;
      isOpen ||= from === 'internet';
      const ports = plan.numbers([...allow, 'ports']).value.join(', ');
      const label = `${name}: ${ports === '' ? 'any port' : ports}`;
      for (const source of sourcesOf(drawing, zones, environment, from))
        for (const target of targets) if (source !== target) drawing.edge(source, target, { label });
    }
  }
  return isOpen;
}

/** Where a component stands; one that no zone has is drawn outside of all. */
function placesOf(drawing: Sketch, zones: readonly Zone[], environment: string, component: string): string[] {
  const inside = zones.filter(({ members }) => members.includes(component));
  if (inside.length > 0) return inside.map(({ key }) => `${key}|${component}`);
  const key = `component|${environment}|${component}`;
  drawing.node(key, component);
  return [key];
}

/** What may come in: the internet, a zone, a component, or whatever else the plan calls so. */
function sourcesOf(
  drawing: Sketch,
  zones: readonly Zone[],
  environment: string,
  from: string,
): readonly string[] {
  if (from === 'internet') {
    drawing.node(INTERNET, 'internet', { shape: 'state' });
    return [INTERNET];
  }
  const zone = zones.find(({ name }) => name === from);
  if (zone && zone.members.length <= FEW) return keysOf(zone);
  if (zone) {
    const key = `${zone.key}|*`;
    drawing.node(key, `all of ${zone.name}`, { shape: 'state', group: drawing.group(zone.key, zone.title) });
    return [key];
  }
  const group = `group|${environment}|${from}`;
  if (drawing.has(group)) return [group];
  if (zones.some(({ members }) => members.includes(from))) return placesOf(drawing, zones, environment, from);
  const key = `peer|${from}`;
  drawing.node(key, from, { shape: 'external' });
  return [key];
}
