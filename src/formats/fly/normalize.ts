import { known, unknown, type Subject, type SubjectOf } from '../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../secrets/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { scalarText, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { readApp, type FlyApp } from './app.ts';
import { workloadOf } from './workload.ts';

/** Days that Fly keeps snapshots of a volume when nobody says, and hours between them. */
const RETENTION = 5;
const INTERVAL = 24;
/** Groups of processes as workloads, how the app is replaced, its ways in, and copies of its volumes. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects = documents.flatMap((document): readonly Subject[] => {
    const app = readApp(document, context);
    const id = uniqueId(`${app.path}:${app.name}`);
    return [
      ...app.groups.map((group) => workloadOf(app, group, `${id}/${group.name}`)),
      rolloutOf(app, id),
      ...app.services.flatMap((service, index) => endpointOf(app, service, `${id}/service[${index}]`)),
      ...mountsOf(app.root).map((mount, index) => backupOf(app, mount, `${id}/mount[${index}]`)),
      ...credentialsOf(app, id),
    ];
  });
  return { subjects, diagnostics: [] };
}

function common(
  { name, environment, root }: FlyApp,
  id: string,
): Pick<Subject, 'id' | 'name' | 'format' | 'location'> {
  const place = environment === undefined ? {} : { environment };
  return { id, name, format: 'fly', ...place, location: root.get('app').at };
}

/** Only what is new is thrown away when it is found bad; machines that were replaced before are not put back. */
function rolloutOf(app: FlyApp, id: string): SubjectOf<'rollout'> {
  const { strategy, production, root } = app;
  const at = root.get('app').at;
  const apart = strategy.value === 'canary' || strategy.value === 'blue-green';
  return {
    kind: 'rollout',
    ...common(app, id),
    facts: {
      type: 'Fly app',
      strategy,
      production,
      gated: apart
        ? unknown('Fly goes on as soon as the checks of new machines pass', strategy.at)
        : known(null, at),
      weights: known(null, at),
      analysisSkipped: known(false, at),
      judged: apart ? known(hasChecks(app), strategy.at) : known(null, at),
      rollsBack:
        typeof strategy.value === 'string'
          ? known(apart, strategy.at)
          : unknown('the strategy is not known', strategy.at),
      oldKept: known(null, at),
      templates: [],
    },
  };
}

function hasChecks({ root, services }: FlyApp): boolean {
  const own = services.some((one) =>
    ['checks', 'http_checks', 'tcp_checks'].some((key) => one.get(key).items().length > 0),
  );
  return own || root.get('checks').entries().length > 0;
}

/** What answers HTTP; plain TCP says nothing of what goes over it. */
function endpointOf(app: FlyApp, service: DataNode, id: string): readonly SubjectOf<'endpoint'>[] {
  const ports = service.get('ports').items();
  const plain = ports.find(
    (port) => port.get('handlers').texts().includes('http') && !port.get('handlers').texts().includes('tls'),
  );
  const isHttp = service.label === 'http_service';
  if (!isHttp && !plain) return [];
  const forced = (plain ?? service).get('force_https');
  return [
    {
      kind: 'endpoint',
      ...common(app, id),
      location: service.header,
      facts: {
        provider: 'fly',
        plain: known(forced.value !== true, forced.exists ? forced.at : (plain ?? service).header),
        oldestTls: known(null, service.header),
        weakCiphers: known(false, service.header),
      },
    },
  ];
}

function mountsOf(root: DataNode): readonly DataNode[] {
  const mounts = root.get('mounts');
  return mounts.isMap ? [mounts] : mounts.items();
}

function backupOf(app: FlyApp, mount: DataNode, id: string): SubjectOf<'backup'> {
  const kept = mount.get('snapshot_retention');
  const off = mount.get('scheduled_snapshots');
  const isOff = off.value === false;
  return {
    kind: 'backup',
    ...common(app, id),
    name: mount.get('source').text ?? app.name,
    location: mount.header,
    facts: {
      mechanism: 'backup-plan',
      method: known('snapshot', mount.header),
      intervalHours: isOff ? unknown('snapshots are turned off', off.at) : known(INTERVAL, mount.header),
      retentionDays: isOff
        ? known(0, off.at)
        : typeof kept.value === 'number'
          ? known(kept.value, kept.at)
          : known(RETENTION, mount.header),
      offsite: known(false, mount.header),
      copyRegions: known([], mount.header),
      encrypted: known(true, mount.header),
      immutable: known(false, mount.header),
      active: known(!isOff, isOff ? off.at : mount.header),
      lasting: known(true, mount.header),
      covers: unknown('the file does not tell what the volume holds', mount.header),
      sources: [],
    },
  };
}

/** Variables that take a secret and have it written in the file. */
function credentialsOf({ root, name }: FlyApp, id: string): readonly SubjectOf<'credential'>[] {
  return root
    .get('env')
    .entries()
    .flatMap(([variable, node]) => {
      const text = scalarText(node) ?? '';
      if (!takesSecret(variable) || text.length < SHORTEST_SECRET || !isLiteralSecret(text)) return [];
      return [
        {
          kind: 'credential' as const,
          id: `${id}/env.${variable}`,
          name: `${variable} of app ${name}`,
          format: 'fly',
          location: node.at,
          facts: { literal: known(true, node.at), shown: known(false, node.at) },
        },
      ];
    });
}
