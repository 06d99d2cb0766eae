import { known, unknown, type Fact, type GitopsReleaseFacts, type Subject } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { nearest, referenceKey, subjectFrom, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { booleanFact, numberFact, textFact } from '../read.ts';
import { helmRollback } from './helm-rollback.ts';
import { productionOf } from './production.ts';
import { projectSubject } from './project.ts';
import { correctsDrift, syncOf } from './sync.ts';
import { windowsOf } from './windows.ts';
import { chartVersion, gitReference, sourceReference, type Followed } from './revision.ts';

/** What keeps a cluster as a repository says. Objects of other kinds give nothing. */
export function gitopsSubjects(
  object: KubernetesObject,
  sources: ObjectIndex,
  projects: ObjectIndex,
): readonly Subject[] {
  const spec = object.root.get('spec');
  switch (`${object.group}/${object.kind}`) {
    case 'argoproj.io/Application':
      return [subjectFrom(object, 'gitops-release', application(object, spec, projects))];
    case 'argoproj.io/ApplicationSet':
      return [
        subjectFrom(object, 'gitops-release', application(object, spec.get('template', 'spec'), projects)),
      ];
    case 'argoproj.io/AppProject':
      return [projectSubject(object)];
    case 'kustomize.toolkit.fluxcd.io/Kustomization':
      return [subjectFrom(object, 'gitops-release', kustomization(object, spec, sources))];
    case 'helm.toolkit.fluxcd.io/HelmRelease': {
      const rollback = helmRollback(object);
      const back = rollback?.facts.automatic ?? known(null, object.location);
      const facts = { ...helmRelease(object, spec, sources), rollsBack: back };
      const release = subjectFrom(object, 'gitops-release', facts);
      return rollback ? [release, rollback] : [release];
    }
    default:
      return [];
  }
}

/** Argo CD: of several sources the first that moves counts. */
function application(object: KubernetesObject, spec: DataNode, projects: ObjectIndex): GitopsReleaseFacts {
  const destination = spec.get('destination');
  const sources = [spec.get('source'), ...spec.get('sources').items()].filter(({ isMap }) => isMap);
  const followed = sources.map((source) =>
    source.get('chart').exists
      ? chartVersion(source.get('targetRevision'))
      : gitReference(source.get('targetRevision'), 'HEAD'),
  );
  const automated = spec.get('syncPolicy', 'automated');
  return {
    type: object.kind,
    production: productionOf(
      object,
      destination.get('namespace').text,
      destination.get('name').text,
      object.name,
    ),
    ...(followed.find(({ fixed }) => fixed.value === false) ??
      followed.find(({ fixed }) => fixed.value !== true) ??
      followed[0] ??
      nowhere(object)),
    automatic: automated.isMap
      ? booleanFact(automated.get('enabled'), true)
      : known(false, spec.get('syncPolicy').header),
    historyLimit: numberFact(spec.get('revisionHistoryLimit'), 10),
    rollsBack: known(null, object.location),
    project: textFact(spec.get('project'), 'default'),
    ...syncOf(spec.get('syncPolicy')),
    ...windowsOf(object, spec, object.kind === 'Application' ? object.name : undefined, projects),
    freezes: [],
  };
}

/** Flux has no windows, and deletes what is gone as its objects say. */
function unwindowed(
  object: KubernetesObject,
): Pick<GitopsReleaseFacts, 'prunes' | 'emptied' | 'windowed' | 'windows' | 'freezes'> {
  const nothing = known(null, object.location);
  return { prunes: nothing, emptied: nothing, windowed: nothing, windows: [], freezes: [] };
}

function kustomization(object: KubernetesObject, spec: DataNode, sources: ObjectIndex): GitopsReleaseFacts {
  return {
    type: object.kind,
    production: productionOf(object, spec.get('targetNamespace').text, object.name, spec.get('path').text),
    ...fluxSource(object, spec.get('sourceRef'), sources),
    automatic: unsuspended(spec),
    historyLimit: known(null, object.location),
    rollsBack: known(null, object.location),
    project: known(null, object.location),
    selfHeals: known(null, object.location),
    ...unwindowed(object),
  };
}

/** Helm keeps five releases when the object does not say; 0 is all of them. */
function helmRelease(
  object: KubernetesObject,
  spec: DataNode,
  sources: ObjectIndex,
): Omit<GitopsReleaseFacts, 'rollsBack'> {
  const chart = spec.get('chart', 'spec');
  const fromRepository = chart.exists && chart.get('sourceRef', 'kind').value === 'HelmRepository';
  const limit = numberFact(spec.get('maxHistory'), 5);
  return {
    type: object.kind,
    production: productionOf(object, spec.get('targetNamespace').text, object.name),
    ...(fromRepository
      ? chartVersion(chart.get('version'))
      : fluxSource(object, chart.exists ? chart.get('sourceRef') : spec.get('chartRef'), sources)),
    automatic: unsuspended(spec),
    // The one that is kept is the present one: there is none to go back to.
    project: known(null, object.location),
    selfHeals: correctsDrift(spec),
    ...unwindowed(object),
    historyLimit: limit.value === 1 ? known(0, limit.at) : limit.value === 0 ? known(null, limit.at) : limit,
  };
}

function fluxSource(object: KubernetesObject, reference: DataNode, sources: ObjectIndex): Followed {
  const kind = reference.get('kind').text;
  const name = reference.get('name').text;
  if (kind === undefined || name === undefined) return nowhere(object);
  const source =
    nearest(object, sources, referenceKey(reference.get('namespace').text ?? object.namespace, kind, name)) ??
    nearest(object, sources, referenceKey(undefined, kind, name));
  if (source) return sourceReference(source);
  const gone = unknown(`the ${kind} ${name} is not among the files`, reference.header);
  return { revision: gone, fixed: gone };
}

function unsuspended(spec: DataNode): Fact<boolean> {
  const suspended = booleanFact(spec.get('suspend'), false);
  return typeof suspended.value === 'boolean' ? known(!suspended.value, suspended.at) : suspended;
}

function nowhere(object: KubernetesObject): Followed {
  const gone = unknown('it states no source', object.location);
  return { revision: gone, fixed: gone };
}

/** Projects of Argo CD, as applications name them: all lie in one namespace. */
export function isProject({ group, kind }: KubernetesObject): boolean {
  return group === 'argoproj.io' && kind === 'AppProject';
}

/** Sources of Flux, as others name them. */
export function isFluxSource({ group }: KubernetesObject): boolean {
  return group === 'source.toolkit.fluxcd.io';
}
