import { valueOf, type Subject } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Diagram } from '../diagram.ts';
import { sketch } from '../sketch.ts';

const MOST_SERVICES = 8;

/** Environments in the order of promotion: where they stand, how large they are, what they are made of. */
export function environmentsDiagram(plan: Statements, subjects: readonly Subject[]): Diagram {
  const drawing = sketch();
  let before: string | undefined;
  for (const item of plan.items(['environments'])) {
    const name = plan.text([...item, 'name']).value;
    if (name === null || drawing.has(name)) continue;
    const subject = subjects.find((one) => one.kind === 'plan-environment' && one.name === name);
    const facts = subject?.kind === 'plan-environment' ? subject.facts : undefined;
    const purpose = facts ? valueOf(facts.purpose) : undefined;
    drawing.node(name, name, {
      lines: [
        ...(purpose === undefined || purpose === name ? [] : [purpose]),
        ...placeOf(plan, item),
        ...sizeOf(plan, item),
        ...servicesOf(plan, item),
        ...foundOf((facts && valueOf(facts.foundRegions)) ?? []),
      ],
      strong: purpose === 'production',
    });
    if (before !== undefined) drawing.edge(before, name);
    before = name;
  }
  return drawing.done({
    id: 'environments',
    title: 'Environments in the order of promotion',
    lead: 'Environments as the plan states them, each with its place, its size and its services; an arrow leads to where a release goes next, and production has a thick line.',
  });
}

function placeOf(plan: Statements, item: Path): readonly string[] {
  const provider = plan.text([...item, 'provider']).value ?? plan.text(['infrastructure', 'provider']).value;
  const region = plan.text([...item, 'region']).value;
  const standby = plan.text([...item, 'standbyRegion']).value;
  const zones = plan.number([...item, 'zones']).value;
  const place = [provider, region].filter((part) => part !== null).join(' ');
  const cidr = plan.text([...item, 'network', 'cidr']).value;
  return [
    ...(place === '' ? [] : [place]),
    ...(zones === null ? [] : [zones === 1 ? '1 zone' : `${zones} zones`]),
    ...(standby === null ? [] : [`standby ${standby}`]),
    ...(cidr === null ? [] : [cidr]),
  ];
}

const UNITS: Readonly<Record<string, string>> = {
  vcpu: 'vCPU',
  memoryGib: 'GiB memory',
  storageGib: 'GiB storage',
  nodes: 'nodes',
  requestsPerSecond: 'requests/s',
};

function sizeOf(plan: Statements, item: Path): readonly string[] {
  return Object.entries(UNITS).flatMap(([key, unit]) => {
    const { value } = plan.number([...item, 'requirements', key]);
    return value === null ? [] : [`${value} ${unit}`];
  });
}

function servicesOf(plan: Statements, item: Path): readonly string[] {
  const services = plan.items([...item, 'services']).flatMap((one) => {
    const service = plan.text([...one, 'service']).value;
    if (service === null) return [];
    const size = plan.text([...one, 'size']).value;
    const count = plan.number([...one, 'count']).value;
    const amount = [...(count === null ? [] : [`${count} ×`]), ...(size === null ? [] : [size])];
    return [amount.length === 0 ? service : `${service}: ${amount.join(' ')}`];
  });
  const more = services.length - MOST_SERVICES;
  return more > 0 ? [...services.slice(0, MOST_SERVICES), `and ${more} services more`] : services;
}

function foundOf(regions: readonly string[]): readonly string[] {
  return regions.length === 0 ? [] : [`the files provision in ${regions.join(', ')}`];
}
