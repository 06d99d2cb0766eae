import type { Unknown } from '../model/index.ts';

/** More combinations of group, resource and verb in one rule than anyone writes by hand. */
const MAX_ACTIONS = 5_000;

/** What a rule of Kubernetes' RBAC allows, as `group/resource:verb`; unknown when it combines to too many. */
export function rbacActions(
  groups: readonly string[],
  resources: readonly string[],
  verbs: readonly string[],
): readonly string[] | Unknown {
  if (groups.length * resources.length * verbs.length > MAX_ACTIONS)
    return { unknown: `the rule combines to more than ${MAX_ACTIONS} actions` };
  return groups.flatMap((group) =>
    resources.flatMap((resource) => verbs.map((verb) => `${group}/${resource}:${verb}`)),
  );
}

/**
 * Settings of the kernel that Kubernetes' Pod Security Standards let pods set in their "baseline".
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
]);

/** Of the same standard; the empty type is the engine's own choice. */
const SELINUX_TYPES: ReadonlySet<string> = new Set([
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
]);

/** A setting of the kernel that pods cannot use against each other or the machine. */
export function isSafeSysctl(name: string): boolean {
  return SAFE_SYSCTLS.has(name.replaceAll('/', '.'));
}

/** A type of SELinux that keeps a container a container. */
export function isContainerType(type: string): boolean {
  return SELINUX_TYPES.has(type);
}
