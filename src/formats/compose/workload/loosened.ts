import { known, type WorkloadFacts } from '../../../model/index.ts';
import { isContainerType } from '../../cluster-security.ts';
import type { Service } from '../read/services.ts';

/** The walls between a service and the machine that `security_opt` takes down. */
export function loosened({ all }: Service): Pick<WorkloadFacts, 'loosened'> {
  const walls = all
    .get('security_opt')
    .items()
    .flatMap((option) => {
      const what = wallIn(option.text ?? '');
      return what === undefined ? [] : [{ what: known(what, option.at) }];
    });
  return walls.length > 0 ? { loosened: walls } : {};
}

/** `seccomp:unconfined`, with an equals sign, too. https://docs.docker.com/reference/cli/docker/container/run/#security-opt */
function wallIn(option: string): string | undefined {
  const [, name = '', value = ''] = /^([a-z-]{1,30})[:=](.{1,100})$/.exec(option) ?? [];
  if (value === 'unconfined') {
    if (name === 'seccomp') return 'it runs without a profile of seccomp';
    if (name === 'apparmor') return 'it runs without a profile of AppArmor';
    if (name === 'systempaths') return 'it sees all of /proc';
  }
  if (name !== 'label') return undefined;
  if (value === 'disable') return 'it runs without SELinux';
  const [, type] = /^type:(\w{1,60})$/.exec(value) ?? [];
  return type === undefined || isContainerType(type)
    ? undefined
    : `it has the type ${type} of SELinux, which is not one of containers`;
}
