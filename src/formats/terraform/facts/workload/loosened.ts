import type { Fact, WorkloadFacts } from '../../../../model/index.ts';
import { valueOf } from '../../../../model/index.ts';
import { bool, derive, text, textOf, type Part } from '../../../../cloud/index.ts';
import { isContainerType, isSafeSysctl } from '../../../cluster-security.ts';

/** The walls between a workload's pods and the machine that it takes down. Sentences without their end. */
export function loosened(pod: Part): Pick<WorkloadFacts, 'loosened'> {
  const own = pod.parts('security_context');
  const containers = ['init_container', 'container'].flatMap((name) => pod.parts(name));
  const walls = [
    ...own.flatMap((context) => contextWalls('each pod', context)),
    ...containers.flatMap((container) => {
      const name = container.get('name');
      const who = `container ${(name && textOf(name)) ?? 'unnamed'}`;
      return container.parts('security_context').flatMap((context) => contextWalls(who, context));
    }),
    ...own
      .flatMap((context) => context.parts('sysctl'))
      .flatMap((one) =>
        when(
          text(one, 'name'),
          (name) => !isSafeSysctl(name),
          (name) => `each pod sets ${name}, which reaches beyond it`,
        ),
      ),
  ];
  return walls.length > 0 ? { loosened: walls } : {};
}

type Walls = NonNullable<WorkloadFacts['loosened']>;

function contextWalls(who: string, context: Part): Walls {
  const options = context.parts('se_linux_options');
  return [
    ...context.parts('seccomp_profile').flatMap((profile) =>
      when(
        text(profile, 'type'),
        (type) => type === 'Unconfined',
        () => `${who} runs without a profile of seccomp`,
      ),
    ),
    ...options.flatMap((option) =>
      when(
        text(option, 'type'),
        (type) => !isContainerType(type),
        (type) => `${who} has the type ${type} of SELinux, which is not one of containers`,
      ),
    ),
    ...options.flatMap((option) =>
      ['user', 'role'].flatMap((key) =>
        when(
          text(option, key),
          (value) => value !== '',
          () => `${who} chooses its own ${key} of SELinux`,
        ),
      ),
    ),
    ...context.parts('windows_options').flatMap((options) =>
      when(
        bool(options, 'host_process'),
        (flag) => flag,
        () => `${who} runs as a process of the machine itself`,
      ),
    ),
  ];
}

function when<T>(fact: Fact<T> | undefined, so: (value: T) => boolean, what: (value: T) => string): Walls {
  const value = fact && valueOf(fact);
  return fact && value !== undefined && so(value) ? [{ what: derive(fact, what) }] : [];
}
