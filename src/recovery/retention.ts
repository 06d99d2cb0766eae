import { known, unknown, valueOf, type Fact } from '../model/index.ts';
import type { Location } from '../source/index.ts';
import { programName, type Line } from './words.ts';

/** How long copies are kept: by their age, or the newest few of them. */
export type Kept = { readonly days: number } | { readonly copies: number };

/** Days that one copy of a kind stands for, as `restic forget` and `borg prune` keep them. */
const PERIODS: readonly (readonly [flag: RegExp, days: number])[] = [
  [/^--keep-hourly$/, 1 / 24],
  [/^(?:--keep-daily|-d)$/, 1],
  [/^(?:--keep-weekly|-w)$/, 7],
  [/^(?:--keep-monthly|-m)$/, 31],
  [/^(?:--keep-yearly|--keep-annual|-y)$/, 366],
];

const AGE: Readonly<Record<string, number>> = { H: 1 / 24, h: 1 / 24, d: 1, w: 7, m: 31, y: 366 };

/** `14d`, `2y5m`, `720h`; undefined when it is no age. */
export function daysOfAge(text: string): number | undefined {
  if (!/^(?:\d{1,6}[Hhdwmy])+$/.test(text)) return undefined;
  let days = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([Hhdwmy])/g))
    days += Number(amount) * (AGE[unit ?? ''] ?? 0);
  return days;
}

/** How long copies are kept, as the command that deletes old ones says it. */
export function keptBy({ words }: Line): Kept | undefined {
  switch (programName(words[0] ?? '')) {
    case 'find':
      return deletes(words) ? ageOf(words) : undefined;
    case 'restic':
    case 'borg':
    case 'kopia':
      return words.includes('forget') || words.includes('prune') || words.includes('policy')
        ? longestKept(words)
        : undefined;
    case 'velero':
      return ttlOf(words);
    case 'wal-g':
    case 'wal-e':
      return retainedBy(words);
    case 'barman-cloud-backup-delete':
      return policyOf(valueAfter(words, '--retention-policy'));
    default:
      return undefined;
  }
}

/** `ls -t | tail -n +8 | xargs rm` keeps the newest seven. */
export function keptByTail({ words }: Line): Kept | undefined {
  if (programName(words[0] ?? '') !== 'tail') return undefined;
  const from =
    /^\+(\d{1,6})$/.exec(valueAfter(words, '-n') ?? '')?.[1] ?? /^-n\+(\d{1,6})$/.exec(words[1] ?? '')?.[1];
  return from === undefined || Number(from) < 2 ? undefined : { copies: Number(from) - 1 };
}

/** `RECOVERY WINDOW OF 30 DAYS`, `REDUNDANCY 3`, and `30d` of CloudNativePG. */
export function policyOf(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined;
  const [, amount, unit] =
    /^(?:RECOVERY\s+WINDOW\s+OF\s+)?(\d{1,6})\s*([dwm]|DAYS?|WEEKS?|MONTHS?)$/i.exec(text) ?? [];
  if (amount !== undefined)
    return { days: Number(amount) * ({ d: 1, w: 7, m: 31 }[(unit ?? '').charAt(0).toLowerCase()] ?? 1) };
  const copies = /^REDUNDANCY\s+(\d{1,6})$/i.exec(text)?.[1];
  return copies === undefined ? undefined : { copies: Number(copies) };
}

/** Days that one kept copy of a period stands for, as restic and those that are told like it call the periods. */
export const PERIOD_DAYS: readonly (readonly [period: string, days: number])[] = [
  ['hourly', 1 / 24],
  ['daily', 1],
  ['weekly', 7],
  ['monthly', 31],
  ['yearly', 366],
];

/**
 * How long copies are kept, where a number of them is, by how often they are made.
 * @param full only full ones are counted
 */
export function daysKept(kept: Kept, at: Location, interval: Fact<number>, full = false): Fact<number> {
  if ('days' in kept) return known(kept.days, at);
  const hours = valueOf(interval);
  return hours === undefined
    ? unknown(
        `${kept.copies} ${full ? 'full ' : ''}copies are kept, and how often one is made is not known`,
        at,
      )
    : known((kept.copies * hours) / 24, at);
}

function deletes(words: readonly string[]): boolean {
  return words.includes('-delete') || words.some((word) => programName(word) === 'rm');
}

function ageOf(words: readonly string[]): Kept | undefined {
  const days = /^\+(\d{1,6})$/.exec(valueAfter(words, '-mtime') ?? valueAfter(words, '-ctime') ?? '')?.[1];
  if (days !== undefined) return { days: Number(days) };
  const minutes = /^\+(\d{1,8})$/.exec(valueAfter(words, '-mmin') ?? '')?.[1];
  return minutes === undefined ? undefined : { days: Number(minutes) / 1440 };
}

function longestKept(words: readonly string[]): Kept | undefined {
  const kept: number[] = [];
  let copies: number | undefined;
  for (const [index, word] of words.entries()) {
    const [flag = '', given] = word.split('=', 2);
    const value = given ?? words[index + 1] ?? '';
    if (flag === '--keep-within' || flag.startsWith('--keep-within-')) kept.push(daysOfAge(value) ?? 0);
    else if ((flag === '--keep-last' || flag === '--keep-latest') && /^\d{1,6}$/.test(value))
      copies = Number(value);
    else {
      const days = PERIODS.find(([pattern]) => pattern.test(flag))?.[1];
      if (days !== undefined && /^\d{1,6}$/.test(value)) kept.push(Number(value) * days);
    }
  }
  const longest = Math.max(0, ...kept);
  if (longest > 0) return { days: longest };
  return copies === undefined ? undefined : { copies };
}

function ttlOf(words: readonly string[]): Kept | undefined {
  const days = daysOfAge((valueAfter(words, '--ttl') ?? '').replace(/(?<=h)(?:0m)?(?:0s)?$/, ''));
  return days === undefined ? undefined : { days };
}

/** `wal-g delete retain FULL 7`. */
function retainedBy(words: readonly string[]): Kept | undefined {
  const at = words.indexOf('retain');
  const copies = at < 0 ? undefined : words.slice(at + 1).find((word) => /^\d{1,6}$/.test(word));
  return copies === undefined ? undefined : { copies: Number(copies) };
}

function valueAfter(words: readonly string[], flag: string): string | undefined {
  for (const [index, word] of words.entries()) {
    if (word === flag) return words[index + 1];
    if (word.startsWith(`${flag}=`)) return word.slice(flag.length + 1);
  }
  return undefined;
}
