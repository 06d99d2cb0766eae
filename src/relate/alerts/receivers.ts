import { isUnknown, known, unknown, type AlertFacts, type SubjectOf } from '../../model/index.ts';
import { relatedTo, sorted } from '../facts.ts';
import { receiversFor } from '../routing.ts';
import { groupBy } from '../subjects.ts';

type Router = SubjectOf<'alert-router'>;

export interface Routers {
  readonly all: readonly Router[];
  /** By every folder above them. */
  readonly byFolder: ReadonlyMap<string, readonly Router[]>;
  /** What is known of each receiver: whether it notifies someone, or why that is not known. */
  readonly notifies: ReadonlyMap<Router, ReadonlyMap<string, boolean | string>>;
}

export function indexRouters(routers: readonly Router[]): Routers {
  return {
    all: routers,
    byFolder: groupBy(routers, ({ location }) => foldersOf(location.file.path)),
    notifies: new Map(routers.map((router) => [router, receiversOf(router)])),
  };
}

/** Whom a firing alert reaches. Without any router the format's own reason stays. */
export function receiversOfAlert(alert: SubjectOf<'alert'>, routers: Routers): AlertFacts['receivers'] {
  if (!alert.facts.routed || !routers.all.some((router) => isFor(router, alert)))
    return alert.facts.receivers;
  const at = alert.facts.severity.at;
  const own = routersOf(alert, routers);
  if (own.length === 0)
    return unknown(`no alert router in the files is for ${alert.environment ?? 'its environment'}`, at);
  const reached = own.map((router) => reachedBy(router, alert, routers));
  const related = relatedTo(own, 'routed here');
  const doubt = reached.find((names) => typeof names === 'string');
  const certain = reached.filter((names) => typeof names !== 'string');
  const [first] = certain.filter((names) => names.length > 0);
  // Several routers may each be the alert's: it reaches someone for sure only when each of them notifies someone.
  if (doubt !== undefined) return unknown(doubt, at, related);
  if (!first) return known([], at, related);
  if (certain.some((names) => names.length === 0))
    return unknown(
      'several alert routers may be its own, and one of them notifies nobody of it',
      at,
      related,
    );
  return known(sorted(certain.flat()), at, related);
}

/** Grafana sends what its own rules find by its own policies; Alertmanager's are for all others. */
function isFor(router: Router, alert: SubjectOf<'alert'>): boolean {
  return (router.facts.system === 'grafana') === (alert.facts.system === 'grafana');
}

/** Those of its environment, of no environment if there are none, and of those the ones in the nearest folder. */
function routersOf(alert: SubjectOf<'alert'>, routers: Routers): readonly Router[] {
  for (const folder of foldersOf(alert.location.file.path)) {
    const near = (routers.byFolder.get(folder) ?? []).filter((router) => isFor(router, alert));
    const fitting = near.filter(
      ({ environment }) => environment === undefined || environment === alert.environment,
    );
    const own = fitting.filter(({ environment }) => environment !== undefined);
    if (alert.environment === undefined && near.length > 0) return near;
    if (own.length > 0) return own;
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** Receivers that it reaches through a router and that notify someone, or why that is not known. */
function reachedBy(
  router: Router,
  alert: SubjectOf<'alert'>,
  { notifies }: Routers,
): readonly string[] | string {
  const { receivers, possible, uncertain } = receiversFor(router.facts, {
    ...alert.facts.labels,
    alertname: alert.name,
  });
  const known = notifies.get(router);
  const certain = receivers.filter((name) => known?.get(name) === true);
  if (certain.length > 0) return certain;
  const doubts = receivers.map((name) => known?.get(name)).filter((answer) => typeof answer === 'string');
  if (doubts[0] !== undefined) return doubts[0];
  const hopes = possible.filter((name) => known?.get(name) !== false && known?.has(name));
  if (uncertain !== undefined && (hopes.length > 0 || possible.length === 0)) return uncertain;
  return [];
}

function receiversOf(router: Router): ReadonlyMap<string, boolean | string> {
  const receivers = new Map<string, boolean | string>();
  for (const { name, notifies } of router.facts.receivers) {
    if (isUnknown(name.value)) continue;
    receivers.set(name.value, isUnknown(notifies.value) ? notifies.value.unknown : notifies.value);
  }
  return receivers;
}

/** The folders that a file lies in, the nearest first; the root is ''. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.push(path.slice(0, end));
  return [...folders, ''];
}
