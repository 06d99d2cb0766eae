import { isUnknown, known, unknown, valueOf, type ContainerFacts, type Fact } from '../../../model/index.ts';
import type { Started } from '../../../monitoring/index.ts';
import { directoryOf } from '../../paths.ts';
import { pathIn } from '../read/files.ts';
import { derived, firstOf, present, stated } from '../read/facts.ts';
import type { Service } from '../read/services.ts';
import { booleanOf, filled, type Variables } from '../read/variables.ts';
import { hostPaths } from './mounts.ts';

const ROOT = /^(?:root|0)(?::|$)/;

/** A service is one container; what its image says is not in these files. */
export function containerFacts({ name, all, location, path }: Service, variables: Variables): ContainerFacts {
  const switched = (key: string): Fact<boolean> =>
    stated(all.get(key), false, (node) => booleanOf(node, variables));
  const limits = all.get('deploy', 'resources', 'limits');
  const reserved = all.get('deploy', 'resources', 'reservations');
  const probed = healthOf(all.get('healthcheck'), variables);
  return {
    name: stringOf(filledOf(all.get('container_name'), variables)) ?? name,
    init: false,
    image: imageOf(all, variables, location),
    ...builtFrom(all, path, variables),
    privileged: switched('privileged'),
    runAsNonRoot: userOf(all.get('user'), variables),
    allowPrivilegeEscalation: escalation(all.get('security_opt')),
    readOnlyRootFilesystem: switched('read_only'),
    capabilitiesAdded: capabilities(all.get('cap_add')),
    hostPaths: hostPaths(all.get('volumes'), startedWith(all), variables),
    readinessProbe: probed,
    livenessProbe: probed,
    cpuRequest: present(
      firstOf(limits.get('cpus'), reserved.get('cpus'), all.get('cpus'), all.get('cpu_shares')),
    ),
    memoryLimit: present(firstOf(limits.get('memory'), all.get('mem_limit'))),
    requests: {
      cpu: amountOf(reserved.get('cpus'), variables, coresIn),
      memory: amountOf(firstOf(reserved.get('memory'), all.get('mem_reservation')), variables, bytesIn),
    },
  };
}

type Layers = Service['all'];

/** Commands are lists or lines. */
function startedWith(all: Layers): Started {
  const words = ['entrypoint', 'command'].flatMap((key) => all.get(key).node?.oneOrMoreTexts() ?? []);
  const variables = all
    .get('environment')
    .assignments()
    .map(({ name }) => name);
  return { words, variables };
}

/** What is kept free for it; Compose asks for nothing where nothing is said. */
function amountOf(
  layers: Layers,
  variables: Variables,
  read: (written: string) => number | undefined,
): Fact<number | null> {
  return stated<number | null>(layers, null, (node) => {
    const written = filled(node, variables);
    const amount = derived(written, read);
    return amount.value === undefined
      ? unknown(
          `${node.label} is the text "${(valueOf(written) ?? '').slice(0, 40)}", not an amount`,
          node.at,
        )
      : { ...amount, value: amount.value };
  });
}

function coresIn(written: string): number | undefined {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(written) ? Number(written) : undefined;
}

/** Docker's multiples are binary, whatever they are called: `512m`, `512mb`, `1.5gib`. */
function bytesIn(written: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?) ?([kmgt]?)(?:i?b)?$/i.exec(written) ?? [];
  return digits === undefined
    ? undefined
    : Math.round(Number(digits) * 1024 ** ' kmgt'.indexOf(unit.toLowerCase() || ' '));
}

function filledOf(layers: Layers, variables: Variables): Fact<string> | undefined {
  return layers.node?.exists === true ? filled(layers.node, variables) : undefined;
}

function stringOf(fact: Fact<string> | undefined): string | undefined {
  return fact && valueOf(fact);
}

/** What is built here is called by a name that says nothing of its version, unless it has one. */
function imageOf(all: Layers, variables: Variables, location: Service['location']): Fact<string> {
  const build = all.get('build');
  const image = filledOf(all.get('image'), variables);
  if (image) {
    const text = valueOf(image);
    if (!build.exists || text === undefined || /:(?!latest$)[^/]*$/.test(text)) return image;
  }
  if (build.exists) return unknown('it is built from the code beside it', build.at);
  return unknown(all.lost ?? 'the service names no image', location);
}

/** The Dockerfile inside the root that the service is built from. */
function builtFrom(all: Layers, path: string, variables: Variables): Pick<ContainerFacts, 'builtFrom'> {
  const build = all.get('build');
  if (!build.exists || build.get('dockerfile_inline').exists) return {};
  const folder =
    filledOf(build.get('context'), variables) ??
    (build.node?.text === undefined ? known('.', build.at) : filled(build.node, variables));
  const named = filledOf(build.get('dockerfile'), variables) ?? known('Dockerfile', build.at);
  const stage = filledOf(build.get('target'), variables);
  const context = valueOf(folder);
  const name = valueOf(named);
  if (context === undefined || name === undefined) return {};
  const inside = pathIn(directoryOf(path), context);
  const file = inside === undefined ? undefined : pathIn(inside, name);
  if (file === undefined) return {};
  return { builtFrom: { file: known(file, named.at), stage: stage ?? known(null, build.at) } };
}

/** Who the image runs as is not told here. */
function userOf(user: Layers, variables: Variables): Fact<boolean> {
  const text = filledOf(user, variables);
  if (text) return derived(text, (name) => !ROOT.test(name));
  return unknown(user.lost ?? 'the service states no user, so that its image decides', user.at);
}

function escalation(options: Layers): Fact<boolean> {
  const found = options.items().find((item) => /^no-new-privileges(?:[:=]true)?$/.test(item.text ?? ''));
  return found ? known(false, found.at) : stated(options, true, (node) => known(true, node.at));
}

function capabilities(added: Layers): Fact<readonly string[]> {
  return stated<readonly string[]>(added, [], (node) =>
    known(
      added.items().flatMap((item) => item.text?.replace(/^CAP_/i, '').toUpperCase() ?? []),
      node.at,
    ),
  );
}

/** Compose and Swarm wait for a container to be healthy; the image may have a check of its own. */
function healthOf(check: Layers, variables: Variables): Fact<boolean> {
  const disabled = check.get('disable').node;
  const off = disabled?.exists === true ? booleanOf(disabled, variables) : undefined;
  if (off && valueOf(off) === true) return known(false, off.at);
  const test = check.get('test').node;
  if (test?.exists === true) {
    const none = test.oneOrMoreTexts()[0] === 'NONE';
    return known(!none, none ? test.at : check.node?.header);
  }
  if (off && isUnknown(off.value)) return unknown(off.value.unknown, off.at);
  return unknown(check.lost ?? 'the service states no health check, so that its image decides', check.at);
}
