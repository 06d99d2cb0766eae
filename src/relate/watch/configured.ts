import { valueOf, type GivenFacts, type SubjectOf } from '../../model/index.ts';
import { runsCollector, together } from './collectors.ts';

type Workload = SubjectOf<'workload'>;
type Pipeline = SubjectOf<'telemetry-pipeline'>;

/**
 * Does a workload run a collector with the configuration that a pipeline stands in? It does where it is given that
 * ConfigMap, Secret, file, or the folder in which the file lies. Programs with defaults of their own, and more than one
 * configuration beside them, are told apart by nothing else.
 */
export function runsPipeline(workload: Workload, pipeline: Pipeline): boolean {
  const { system, heldBy } = pipeline.facts;
  if (!together(workload.environment, pipeline.environment) || !runsCollector(workload, system)) return false;
  const given = workload.facts.given ?? [];
  if (!heldBy) return given.some((one) => isFile(one, pipeline.location.file.path));
  const [own, other] = [workload.facts.namespace, heldBy.namespace].map((fact) => valueOf(fact) ?? '');
  if (own !== '' && other !== '' && own !== other) return false;
  const name = valueOf(heldBy.name);
  return given.some(
    (one) =>
      one.from === heldBy.kind &&
      name !== undefined &&
      valueOf(one.name) === name &&
      (one.part === null || heldBy.part === null || one.part === heldBy.part),
  );
}

function isFile({ from, name }: GivenFacts, path: string): boolean {
  const place = valueOf(name);
  return (
    from === 'file' && place !== undefined && (place === '' || path === place || path.startsWith(`${place}/`))
  );
}

/** An operator runs what it makes of an object without anybody's doing. */
export function isRunByOperator({ facts }: Pipeline): boolean {
  return facts.heldBy?.onMachines !== undefined;
}
