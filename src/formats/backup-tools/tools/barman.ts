import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { policyOf } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { NO_TIMER, wordsFrom, type Tool } from './tool.ts';

const CONTINUOUS_HOURS = 5 / 60;
const SWITCH_ON = /^(?:on|true|yes|1)$/i;

/** Servers that a file of Barman tells how to copy: https://docs.pgbarman.org/release/3.12.0/user_guide/configuration.html */
export function barmanServers(root: DataNode): readonly (readonly [name: string, server: DataNode])[] {
  return root
    .entries()
    .filter(
      ([name, node]) =>
        name !== 'barman' &&
        ['conninfo', 'ssh_command', 'backup_method', 'streaming_conninfo'].some(
          (key) => node.get(key).exists,
        ),
    );
}

/**
 * A copy of each server. What a server does not say is said for all by `barman.conf`.
 * @param global the section `[barman]` of that file, where it is among the files
 */
export function barman(root: DataNode, path: string, global: DataNode | undefined): readonly Tool[] {
  return barmanServers(root).map(([name, server]): Tool => {
    const setting = (key: string): DataNode =>
      server.has(key) || global === undefined ? server.get(key) : global.get(key);
    const at = server.header;
    const archive = ['streaming_archiver', 'archiver']
      .map(setting)
      .find(({ text }) => SWITCH_ON.test(text ?? ''));
    const active = setting('active');
    const off = active.text !== undefined && !SWITCH_ON.test(active.text);
    const host = /(?:^|\s)host\s{0,5}=\s{0,5}'?([\w.-]{1,200})/.exec(setting('conninfo').text ?? '')?.[1];
    const kept = keptBy(setting('retention_policy'), setting('minimum_redundancy'), at);
    const backup: SubjectOf<'backup'> = {
      kind: 'backup',
      id: `${path}:${name}`,
      name,
      format: 'backup-tools',
      location: at,
      facts: {
        mechanism: 'job',
        method: known(archive ? 'continuous' : 'snapshot', archive?.at ?? at),
        intervalHours: archive
          ? known(CONTINUOUS_HOURS, archive.at)
          : unknown('Barman is started by a timer or a cron that its file does not tell', at),
        retentionDays: kept.days,
        encrypted: setting('encryption').exists
          ? known(setting('encryption').text !== 'none', setting('encryption').at)
          : unknown("Barman's machine decides whether copies are encrypted", at),
        active: off ? known(false, active.at) : unknown(NO_TIMER, at),
        covers: unknown(`the databases of ${name} are no resources of the files`, at),
        sources: [...new Set([name, ...(host === undefined || /^[\d.]+$/.test(host) ? [] : [host])])],
        offsite: unknown("where Barman's machine stands is not told", at),
        copyRegions: unknown("where Barman's machine stands is not told", at),
        immutable: unknown("Barman's machine decides who can delete copies", at),
        // Copies lie on Barman's machine, not on the server's.
        lasting: known(true, at),
      },
    };
    return {
      backup,
      startedBy: (line) => {
        if (off) return undefined;
        const words = wordsFrom(line, /^barman$/);
        if (words?.includes('backup') !== true) return undefined;
        return words.includes(name) || words.includes('all') ? 'full' : undefined;
      },
      ...(kept.copies !== undefined && {
        kept: { copies: kept.copies, of: 'each' as const, at: setting('retention_policy').at },
      }),
    };
  });
}

function keptBy(
  policy: DataNode,
  least: DataNode,
  at: SubjectOf<'backup'>['location'],
): { readonly days: Fact<number>; readonly copies?: number } {
  if (policy.text === undefined || policy.text === '')
    return {
      days: unknown(
        'without a retention policy Barman deletes nothing by itself',
        least.exists ? least.at : at,
      ),
    };
  const kept = policyOf(policy.text.replace(/^(["'])(.*)\1$/, '$2'));
  if (!kept) return { days: unknown(`"${policy.text.slice(0, 40)}" is no retention policy`, policy.at) };
  if ('days' in kept) return { days: known(kept.days, policy.at) };
  const days = unknown(`${kept.copies} copies are kept, and how often one is made is not known`, policy.at);
  return { days, copies: kept.copies };
}
