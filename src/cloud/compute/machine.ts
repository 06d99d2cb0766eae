import table from './machines.json' with { type: 'json' };

/** What a virtual machine of a type has, before anything runs on it. */
export interface Machine {
  readonly cores: number;
  readonly memoryGib: number;
}

/**
 * What a machine has by the name of its type: `m6i.large`, `Standard_D4s_v5`, `e2-standard-4`. Families by their ratio of
 * memory to cores, from the clouds' own lists (the table names them); undefined for other types, rather than a guess.
 */
export function machineOf(type: string): Machine | undefined {
  if (type.length > 60) return undefined;
  return amazon(type) ?? azure(type) ?? google(type);
}

function amazon(type: string): Machine | undefined {
  const [, family = '', size = ''] = /^([a-z]\d[a-z]*)\.([0-9a-z]+)$/.exec(type) ?? [];
  const { burstable, cores, gibPerCore } = table.aws;
  if (burstable.families.includes(family)) return pair(of(burstable.sizes, size));
  return sized(of(cores, size), of(gibPerCore, family));
}

function azure(type: string): Machine | undefined {
  const name = type.replace(/^Standard_/i, '');
  const { sizes, gibPerCore, mostCores } = table.azure;
  const listed = pair(of(sizes, name));
  if (listed) return listed;
  const [, family = '', cores = '', features = '', version = ''] =
    /^([A-Z])(\d{1,2})([a-z]*)_(v\d)$/.exec(name) ?? [];
  return sized(Number(cores), of(gibPerCore, family + features + version), mostCores);
}

function google(type: string): Machine | undefined {
  const { sizes, gibPerCore, mostCores } = table.gcp;
  const listed = pair(of(sizes, type));
  if (listed) return listed;
  const [, cores, megabytes] = /^(?:[a-z]\d[a-z]?-)?custom-(\d{1,3})-(\d{3,7})$/.exec(type) ?? [];
  if (cores !== undefined) return { cores: Number(cores), memoryGib: Number(megabytes) / 1024 };
  const [, family = '', number = ''] = /^([a-z]\d[a-z]?-[a-z]+)-(\d{1,2})$/.exec(type) ?? [];
  return sized(Number(number), of(gibPerCore, family), mostCores);
}

function of<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function pair(values: readonly number[] | undefined): Machine | undefined {
  const [cores, memoryGib] = values ?? [];
  return cores === undefined || memoryGib === undefined ? undefined : { cores, memoryGib };
}

/** Above `most` the ratio does not hold. */
function sized(
  cores: number | undefined,
  gibPerCore: number | undefined,
  most = Infinity,
): Machine | undefined {
  if (cores === undefined || gibPerCore === undefined || cores === 0 || cores > most) return undefined;
  return { cores, memoryGib: cores * gibPerCore };
}
