import type { DataNode } from '../../data-node.ts';

/** What a file or an object of the operator says of alerting, whichever way it is written. */
export interface Alerting {
  readonly groups: readonly DataNode[];
  readonly contactPoints: readonly ContactPoint[];
  /** Roots of trees of notification policies. */
  readonly policies: readonly DataNode[];
  readonly muteTimings: readonly DataNode[];
}

/** Several ways to tell the same people. */
export interface ContactPoint {
  readonly name: DataNode;
  readonly node: DataNode;
  readonly ways: readonly DataNode[];
}

/** Reads a provisioning file, or an object of the operator, which holds one of these things. */
export function readAlerting(root: DataNode): Alerting {
  const spec = root.get('spec');
  const kind = root.get('kind').text;
  if (kind === undefined)
    return {
      groups: root.get('groups').items(),
      contactPoints: root
        .get('contactPoints')
        .items()
        .filter(({ isMap }) => isMap)
        .map((node) => ({ name: node.get('name'), node, ways: node.get('receivers').items() })),
      policies: root
        .get('policies')
        .items()
        .filter(({ isMap }) => isMap),
      muteTimings: ['muteTimes', 'mute_time_intervals'].flatMap((key) => root.get(key).items()),
    };
  return {
    groups: kind === 'GrafanaAlertRuleGroup' ? [spec] : [],
    contactPoints:
      kind === 'GrafanaContactPoint' ? [{ name: nameOf(root), node: spec, ways: waysOf(spec) }] : [],
    policies: kind === 'GrafanaNotificationPolicy' ? [spec.get('route')] : [],
    muteTimings: kind === 'GrafanaMuteTiming' ? [spec] : [],
  };
}

/** An object names what it stands for, or has its name. */
export function nameOf(root: DataNode): DataNode {
  const own = root.get('spec', 'name');
  return own.exists ? own : root.get('metadata', 'name');
}

/** The operator's older objects are of one way, its newer ones have several. */
function waysOf(spec: DataNode): readonly DataNode[] {
  const receivers = spec.get('receivers').items();
  return receivers.length > 0 ? receivers : [spec];
}
