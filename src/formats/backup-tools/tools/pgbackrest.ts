import { known, unknown, type Fact } from '../../../model/index.ts';
import { placeOf, type CopyPlace } from '../../../recovery/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { storedAt } from './store.ts';
import { NO_TIMER, flagsIn, wordsFrom, type Tool } from './tool.ts';

/** Recovery logs that are shipped all the time lose five minutes at most. */
const CONTINUOUS_HOURS = 5 / 60;
const STORES: Readonly<Record<string, string>> = { s3: 's3', gcs: 'gs', azure: 'azure', sftp: 'sftp' };

/** Sections that hold settings of all stanzas, and of commands. */
const isGlobal = (name: string): boolean =>
  name === 'global' || name.startsWith('global:') || name.includes(':');

/** Stanzas of a configuration: https://pgbackrest.org/configuration.html */
export function stanzasOf(root: DataNode): readonly (readonly [name: string, stanza: DataNode])[] {
  return root
    .entries()
    .filter(
      ([name, node]) =>
        !isGlobal(name) && node.isMap && node.entries().some(([key]) => /^pg\d{1,3}-/.test(key)),
    );
}

/**
 * Each repository of a stanza. pgBackRest refuses copies whose logs do not arrive, unless it is told not to look: what
 * it keeps is continuous.
 * @param global what all stanzas share, of this file or of the one beside it
 */
export function pgBackRest(root: DataNode, path: string, global: DataNode | undefined): readonly Tool[] {
  const stanzas = stanzasOf(root);
  return stanzas.flatMap(([name, stanza]) => {
    const setting = (key: string): DataNode =>
      stanza.has(key) || !global ? stanza.get(key) : global.get(key);
    const keys = [...stanza.entries(), ...(global?.entries() ?? [])].map(([key]) => key);
    const numbers = [...new Set(keys.flatMap((key) => /^repo(\d{1,3})-/.exec(key)?.[1] ?? []))].sort();
    // A repository on another machine is told by that machine's own file, when it is among the files.
    return (numbers.length > 0 ? numbers : ['1']).map((number): Tool => {
      const repository = (key: string): DataNode => setting(`repo${number}-${key}`);
      const full = repository('retention-full');
      const at = stanza.header;
      const checked = setting('archive-check').text !== 'n';
      const place = placeFrom(repository);
      const host = setting('pg1-host').text;
      const cipher = repository('cipher-type');
      const stored = storedAt(place ? [{ place: place.place, at: place.at }] : [], at);
      const kept = keptIn(full, repository('retention-full-type'), repository('host'), at);
      const where = `repo${number}`;
      return {
        backup: {
          kind: 'backup',
          id: `${path}:${name}.${where}`,
          name: numbers.length > 1 ? `${name}.${where}` : name,
          format: 'backup-tools',
          location: at,
          facts: {
            mechanism: 'job',
            method: known(checked ? 'continuous' : 'snapshot', at),
            intervalHours: checked
              ? known(CONTINUOUS_HOURS, at)
              : unknown('pgBackRest is started by a timer or a cron that its file does not tell', at),
            retentionDays: kept.days,
            encrypted: cipher.exists
              ? known(cipher.text !== 'none', cipher.at)
              : unknown(`where ${name} is copied to decides whether copies are encrypted`, at),
            active: unknown(NO_TIMER, at),
            covers: unknown(`the databases of the stanza ${name} are no resources of the files`, at),
            sources: [...new Set([name, ...(host === undefined || /^[\d.]+$/.test(host) ? [] : [host])])],
            ...stored,
          },
        },
        startedBy: (line) => {
          const words = wordsFrom(line, /^pgbackrest$/);
          if (words?.includes('backup') !== true) return undefined;
          const named = flagsIn(words, '--stanza');
          const into = flagsIn(words, '--repo');
          if (named.length > 0 ? !named.includes(name) && !/[%$]/.test(named[0] ?? '') : stanzas.length > 1)
            return undefined;
          if (into.length > 0 ? !into.includes(number) : numbers.length > 1 && number !== numbers[0])
            return undefined;
          return flagsIn(words, '--type').includes('full') ? 'full' : 'part';
        },
        ...(kept.copies !== undefined && { kept: { copies: kept.copies, of: 'full' as const, at: full.at } }),
      };
    });
  });
}

function keptIn(
  full: DataNode,
  type: DataNode,
  host: DataNode,
  at: Location,
): { readonly days: Fact<number>; readonly copies?: number } {
  if (!full.exists)
    return host.exists
      ? { days: unknown(`the machine ${host.text ?? ''} decides how long copies are kept`, host.at) }
      : { days: unknown('nothing says how long copies are kept, so that none is deleted', at) };
  const amount = Number(full.text);
  if (!Number.isInteger(amount) || amount < 1)
    return { days: unknown(`"${(full.text ?? '').slice(0, 40)}" is no number of copies or days`, full.at) };
  if (type.text === 'time') return { days: known(amount, full.at) };
  return {
    days: unknown(`${amount} full copies are kept, and how often one is made is not known`, full.at),
    copies: amount,
  };
}

/** A store of objects, another machine, or a folder of this one. */
function placeFrom(
  repository: (key: string) => DataNode,
): { readonly place: CopyPlace; readonly at: Location } | undefined {
  const host = repository('host');
  if (host.text !== undefined)
    return { place: { kind: 'store', text: host.text, region: undefined }, at: host.at };
  const type = repository('type').text ?? 'posix';
  if (Object.hasOwn(STORES, type)) {
    const [bucket, region] = [repository(`${type}-bucket`), repository(`${type}-region`)];
    const node = bucket.exists ? bucket : repository('type');
    const place = {
      kind: 'store' as const,
      text: `${STORES[type] ?? ''}://${bucket.text ?? ''}`,
      region: region.text,
    };
    return { place, at: node.at };
  }
  const folder = repository('path');
  const place = folder.text === undefined ? undefined : placeOf(folder.text);
  return place && { place, at: folder.at };
}
