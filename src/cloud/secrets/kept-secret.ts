import { unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, number, partsOn, text, type Part } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './kept-secrets.json' with { type: 'json' };

interface SecretRow extends Row {
  readonly system: string;
  readonly title: string;
  /** An attribute and its text, without which it is no secret. */
  readonly only?: readonly string[];
  /** A resource of its own that replaces it, what names the secret there, and where the days stand. */
  readonly rotation?: {
    readonly type: string;
    readonly names: string;
    readonly on: readonly string[];
    /** Says when by a schedule instead. */
    readonly always: readonly string[];
  };
  /** Where the resource itself says after how many seconds it is replaced: `7776000s`. */
  readonly seconds?: readonly string[];
}

const ROWS: readonly SecretRow[] = table;

/** Secrets that a manager of a cloud keeps. */
export function keptSecrets(stack: Stack): readonly SubjectOf<'kept-secret'>[] {
  return resourcesIn(stack, ROWS)
    .filter(({ resource, row: { only = [] } }) => {
      const [attribute = '', wanted] = only;
      const found = attribute === '' ? undefined : text(resource, attribute);
      return attribute === '' || (found !== undefined && valueOf(found) === wanted);
    })
    .map(({ resource, row }) =>
      stack.subject('kept-secret', resource, {
        system: row.system,
        title: text(resource, row.title) ?? byDefault(null, resource),
        rotationDays: rotationOf(stack, resource, row),
      }),
    );
}

function rotationOf(stack: Stack, secret: Resource, { rotation, seconds }: SecretRow): Fact<number | null> {
  if (seconds) {
    const period = textOn(secret, seconds);
    return period
      ? derive(period, (written) => Number.parseInt(written, 10) / 86_400)
      : byDefault(null, secret);
  }
  if (!rotation) return byDefault(null, secret);
  const [own] = stack.attached(rotation.type, rotation.names, secret, ['id', 'arn', 'name']);
  if (!own) return byDefault(null, secret);
  const name = rotation.on.at(-1) ?? '';
  for (const part of partsOn(own, rotation.on.slice(0, -1))) {
    const days = number(part, name);
    if (days) return days;
  }
  return textOn(own, rotation.always)
    ? unknown('it is replaced by a schedule', own.at, own.related)
    : byDefault(null, own);
}

function textOn(part: Part, way: readonly string[]): Fact<string> | undefined {
  const name = way.at(-1) ?? '';
  for (const holder of partsOn(part, way.slice(0, -1))) {
    const found = text(holder, name);
    if (found) return found;
  }
  return undefined;
}
