import { known, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Subjects } from '../subjects.ts';
import { runsPipeline } from './configured.ts';

type Collector = SubjectOf<'telemetry-collector'>;

/** Collectors, by their ids, of which it is known whether they run in a network of their own. */
export type Contained = ReadonlyMap<string, Fact<boolean>>;

/** What an object of a cluster tells runs in a pod; a file is looked for among what workloads are given. */
export function indexContained(subjects: Subjects): Contained {
  const contained = new Map<string, Fact<boolean>>();
  const given = subjects.of('workload').filter(({ facts }) => facts.given);
  for (const pipeline of subjects.of('telemetry-pipeline')) {
    const { collector, heldBy } = pipeline.facts;
    if (contained.has(collector)) continue;
    const runners = given.filter((workload) => runsPipeline(workload, pipeline));
    const [first] = runners;
    const open = runners.find(({ facts }) => valueOf(facts.hostNetwork) !== false) ?? first;
    if (open) contained.set(collector, notShared(open.facts.hostNetwork));
    else if (heldBy) contained.set(collector, known(true, heldBy.name.at));
  }
  return contained;
}

function notShared({ value, ...place }: Fact<boolean>): Fact<boolean> {
  return { ...place, value: typeof value === 'boolean' ? !value : value };
}

export function relateCollector(collector: Collector, contained: Contained): Collector {
  const fact = contained.get(collector.id);
  return fact ? { ...collector, facts: { ...collector.facts, contained: fact } } : collector;
}
