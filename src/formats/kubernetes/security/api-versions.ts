import { known, type SubjectOf } from '../../../model/index.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';

/** Versions of the API that are gone: the release that no longer has them, and what is read in their place. */
interface Gone {
  readonly in: string;
  readonly instead: string | null;
}

/** By `apiVersion/kind`, else by `apiVersion`. https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const GONE: Readonly<Record<string, Gone>> = {
  'extensions/v1beta1/DaemonSet': { in: '1.16', instead: 'apps/v1' },
  'extensions/v1beta1/Deployment': { in: '1.16', instead: 'apps/v1' },
  'extensions/v1beta1/ReplicaSet': { in: '1.16', instead: 'apps/v1' },
  'extensions/v1beta1/NetworkPolicy': { in: '1.16', instead: 'networking.k8s.io/v1' },
  'extensions/v1beta1/PodSecurityPolicy': { in: '1.16', instead: null },
  'extensions/v1beta1/Ingress': { in: '1.22', instead: 'networking.k8s.io/v1' },
  'apps/v1beta1': { in: '1.16', instead: 'apps/v1' },
  'apps/v1beta2': { in: '1.16', instead: 'apps/v1' },
  'batch/v2alpha1': { in: '1.21', instead: 'batch/v1' },
  'admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration': {
    in: '1.22',
    instead: 'admissionregistration.k8s.io/v1',
  },
  'admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration': {
    in: '1.22',
    instead: 'admissionregistration.k8s.io/v1',
  },
  'apiextensions.k8s.io/v1beta1': { in: '1.22', instead: 'apiextensions.k8s.io/v1' },
  'apiregistration.k8s.io/v1beta1': { in: '1.22', instead: 'apiregistration.k8s.io/v1' },
  'certificates.k8s.io/v1beta1/CertificateSigningRequest': { in: '1.22', instead: 'certificates.k8s.io/v1' },
  'coordination.k8s.io/v1beta1/Lease': { in: '1.22', instead: 'coordination.k8s.io/v1' },
  'networking.k8s.io/v1beta1/Ingress': { in: '1.22', instead: 'networking.k8s.io/v1' },
  'networking.k8s.io/v1beta1/IngressClass': { in: '1.22', instead: 'networking.k8s.io/v1' },
  'rbac.authorization.k8s.io/v1alpha1': { in: '1.22', instead: 'rbac.authorization.k8s.io/v1' },
  'rbac.authorization.k8s.io/v1beta1': { in: '1.22', instead: 'rbac.authorization.k8s.io/v1' },
  'scheduling.k8s.io/v1beta1': { in: '1.22', instead: 'scheduling.k8s.io/v1' },
  'storage.k8s.io/v1beta1/CSIDriver': { in: '1.22', instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1/CSINode': { in: '1.22', instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1/StorageClass': { in: '1.22', instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1/VolumeAttachment': { in: '1.22', instead: 'storage.k8s.io/v1' },
  'storage.k8s.io/v1beta1/CSIStorageCapacity': { in: '1.27', instead: 'storage.k8s.io/v1' },
  'autoscaling/v2beta1': { in: '1.25', instead: 'autoscaling/v2' },
  'autoscaling/v2beta2': { in: '1.26', instead: 'autoscaling/v2' },
  'batch/v1beta1/CronJob': { in: '1.25', instead: 'batch/v1' },
  'discovery.k8s.io/v1beta1': { in: '1.25', instead: 'discovery.k8s.io/v1' },
  'events.k8s.io/v1beta1': { in: '1.25', instead: 'events.k8s.io/v1' },
  'node.k8s.io/v1beta1': { in: '1.25', instead: 'node.k8s.io/v1' },
  'policy/v1beta1/PodDisruptionBudget': { in: '1.25', instead: 'policy/v1' },
  'policy/v1beta1/PodSecurityPolicy': { in: '1.25', instead: null },
  'flowcontrol.apiserver.k8s.io/v1beta1': { in: '1.26', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  'flowcontrol.apiserver.k8s.io/v1beta2': { in: '1.29', instead: 'flowcontrol.apiserver.k8s.io/v1' },
  'flowcontrol.apiserver.k8s.io/v1beta3': { in: '1.32', instead: 'flowcontrol.apiserver.k8s.io/v1' },
};

/** Groups that Kubernetes itself has; others are of what is installed into a cluster, with versions of its own. */
const BUILT_IN = /^(?:apps|batch|extensions|policy|autoscaling|[a-z.]{1,60}\.k8s\.io)?$/;

/** Is it a part of Kubernetes itself, not of something that is installed into a cluster? */
export function isBuiltIn({ group }: KubernetesObject): boolean {
  return BUILT_IN.test(group);
}

/** The object as to its version of the API; nothing for objects of groups that are not Kubernetes' own. */
export function versionSubject(object: KubernetesObject): SubjectOf<'cluster-object'> | undefined {
  const version = object.root.get('apiVersion');
  if (version.text === undefined || !isBuiltIn(object)) return undefined;
  const type = `${version.text}/${object.kind}`;
  const gone = goneOf(type) ?? goneOf(version.text);
  return subjectFrom(object, 'cluster-object', {
    type,
    removedIn: known(gone?.in ?? null, version.at),
    instead: known(gone?.instead ?? null, version.at),
  });
}

function goneOf(key: string): Gone | undefined {
  return Object.hasOwn(GONE, key) ? GONE[key] : undefined;
}
