import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { DraftContext } from '../context.ts';
import { agreed } from '../found/agree.ts';
import { sharedGroups } from '../found/groups.ts';
import { locatedFact, type Located } from '../found/subjects.ts';
import { mapping, note, scalar, sequence, type Mapping, type Node, type Remark } from '../text/node.ts';
import { placeOf } from '../text/render.ts';
import { cloudsOf } from './environments.ts';

/** Tools, state and versions of the infrastructure code, and ports that it opens to the internet. */
export function infrastructure(context: DraftContext): Mapping | undefined {
  const { found } = context;
  const stacks = found.of('stack');
  return mapping({
    provider: agreed('the cloud', stacks.flatMap(cloudsOf)),
    tool: agreed('the tool', stacks.flatMap(toolOf)),
    unnamed: strayStacks(context),
    modules: sequence([...modulesOf(context)].map(([path, at]) => scalar(path, [at]))),
    state: state(context),
    versions: versions(context),
    network: mapping({
      publicPorts: publicPorts(context),
      securityGroups: sharedGroups(found) ?? groupsNote(context),
    }),
  });
}

/** Code whose environment nothing names, where others are named. */
function strayStacks({ found, environments }: DraftContext): Remark | undefined {
  if (environments.length === 0) return undefined;
  const stray = found.of('stack').filter(({ environment }) => environment === undefined);
  const paths = [...new Set(stray.map(({ facts }) => facts.path || 'the root'))].sort();
  if (paths.length === 0) return undefined;
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : '';
  return note(
    `whose environment the code is of the files do not tell: ${paths.slice(0, 10).join(', ')}${more}.`,
  );
}

/** OpenTofu reads the same files, and Terraform's own: which of the two is used their names tell only of OpenTofu's. */
function toolOf({ facts, location }: SubjectOf<'stack'>): readonly Located<string>[] {
  const isTofu = facts.tool === 'terraform' && location.file.path.endsWith('.tofu');
  return [{ value: isTofu ? 'opentofu' : facts.tool, at: location }];
}

/** Folders of modules that stacks call: resources stand there, and no stack begins there. */
function modulesOf({ found, stacks }: DraftContext): ReadonlyMap<string, Located<string>['at']> {
  const folders = new Map<string, Located<string>['at']>();
  for (const { id, location, format } of found.of('resource')) {
    if (format !== 'terraform' || !id.includes(':module.')) continue;
    const { path } = location.file;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (folder !== '' && !stacks.includes(folder) && !folders.has(folder)) folders.set(folder, location);
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Backends of stacks; `local` is what Terraform does when nothing is said, and no decision of a plan. */
function state({ found }: DraftContext): Mapping | undefined {
  const backends = found.of('state-backend').filter(({ facts }) => valueOf(facts.type) !== 'local');
  const rest = found.of('state-backend').length - backends.length;
  const facts = <T>(read: (backend: SubjectOf<'state-backend'>) => Located<T> | undefined) =>
    backends.map(read);
  return mapping({
    backend: agreed(
      'where the state is kept',
      facts((one) => locatedFact(one, one.facts.type)),
    ),
    locked: agreed(
      'whether the state is locked',
      facts((one) => locatedFact(one, one.facts.locked)),
    ),
    encrypted: agreed(
      'whether the state is encrypted',
      facts((one) => locatedFact(one, one.facts.encrypted)),
    ),
    local:
      rest > 0
        ? note(
            `${rest} of ${found.of('state-backend').length} Terraform roots name no backend, and keep their state in a file.`,
          )
        : undefined,
  });
}

/** Constraints of several versions. */
const RANGE = /[~<>*,]|!=/;

/** Whether providers and modules are pinned: true when all are, and a remark that names one that is not. */
function versions({ found, stacks }: DraftContext): Mapping | undefined {
  const pinned = (type: 'provider' | 'module'): Node | Remark | undefined => {
    const all = found.of('code-dependency').filter(({ facts }) => facts.type === type);
    const said = all.map((one) => locatedFact(one, one.facts.pinned)).filter((fact) => fact?.value !== null);
    if (said.length === 0 || said.some((fact) => fact === undefined)) return undefined;
    // What names no provider takes whichever is the newest.
    if (type === 'provider' && !stacks.every((stack) => all.some(({ id }) => id.startsWith(`${stack}:`))))
      return undefined;
    const loose = said.find((fact) => fact?.value === false);
    if (loose) return note(`not all ${type}s are pinned: see ${placeOf(loose.at)}.`);
    // A range has an end, and is not one version; only a lock file would make it one.
    const range = all.find((one) => RANGE.test(valueOf(one.facts.version) ?? '') && !one.facts.locked);
    if (range)
      return note(
        `${type}s may be of several versions: see ${placeOf(range.facts.version.at ?? range.location)}.`,
      );
    return scalar(
      true,
      said.flatMap((fact) => fact?.at ?? []),
      said.length === 1 ? `the version of the ${type}` : `the versions of ${said.length} ${type}s`,
    );
  };
  return mapping({ providersPinned: pinned('provider'), modulesPinned: pinned('module') });
}

const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/** Ports that network rules open to everyone. */
function publicPorts({ found }: DraftContext): Node | undefined {
  const ports = new Map<number, Located<number>['at'][]>();
  const remarks: Remark[] = [];
  for (const rule of found.of('network-rule')) {
    const { facts } = rule;
    if (facts.direction !== 'ingress' || facts.stateless || valueOf(facts.action) !== 'allow') continue;
    const from = valueOf(facts.fromPort);
    const to = valueOf(facts.toPort);
    if (!(valueOf(facts.peers) ?? []).some((peer) => EVERYWHERE.has(peer))) continue;
    if (from === undefined || to === undefined) continue;
    if (from === to) ports.set(from, [...(ports.get(from) ?? []), facts.fromPort.at ?? rule.location]);
    else remarks.push(note(`${placeOf(rule.location)} opens the ports ${from} to ${to} to everyone.`));
  }
  const stated = [...ports].sort(([a], [b]) => a - b).map(([port, at]) => scalar(port, at));
  return sequence([...stated, ...remarks.slice(0, 5)]);
}

/** Rules that let in, without the groups that they are a part of. */
function groupsNote({ found }: DraftContext): Remark | undefined {
  const rules = found.of('network-rule').filter(({ facts }) => facts.direction === 'ingress');
  const places = [...new Set(rules.map(({ location }) => placeOf(location)))];
  if (places.length === 0) return undefined;
  const more = places.length > 5 ? ` and ${places.length - 5} more` : '';
  return note(`the files let traffic in at ${places.slice(0, 5).join(', ')}${more}.`);
}
