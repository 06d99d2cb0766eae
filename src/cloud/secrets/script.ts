import { known, type Fact } from '../../model/index.ts';
import { assignedSecrets, shapedSecrets } from '../../secrets/index.ts';
import { wayTo, type Part } from '../resource/part.ts';
import type { Value } from '../resource/value.ts';
import table from './scripts.json' with { type: 'json' };

/** A secret that a script of a machine's start gives to a variable. */
interface ScriptSecret {
  readonly way: string;
  readonly fact: Fact<boolean>;
}

const BASE64 = /^[a-z0-9+/]{40,}={0,2}$/i;

/** Secrets in the scripts that a machine runs when it starts. */
export function scriptSecrets(part: Part): readonly ScriptSecret[] {
  const holders = [part, ...table.on.flatMap((name) => part.parts(name))];
  return holders.flatMap((holder) =>
    table.scripts.flatMap((name) => {
      const value = holder.get(name);
      return value ? secretsIn(value, name, holder) : [];
    }),
  );
}

function secretsIn(value: Value, name: string, part: Part): readonly ScriptSecret[] {
  const { file, span } = value.at;
  const related = wayTo(value, part);
  // What is written where the script is given has its own place; what a function made of it has that of the whole.
  const written = assignedSecrets(file.text.slice(span.start, span.end)).map(({ what, start, end }) => ({
    way: `${what} in ${name}`,
    fact: known(true, { file, span: { start: span.start + start, end: span.start + end } }, related),
  }));
  if (written.length > 0 || value.kind !== 'string') return written;
  const text = isBase64(value.value) ? Buffer.from(value.value, 'base64').toString('utf8') : value.value;
  // What stands in this file as it is gets its own place there; what is encoded, or read from another file, has none.
  const shaped = shapedSecrets(text).filter(({ start, end }) => !file.text.includes(text.slice(start, end)));
  return [...assignedSecrets(text), ...shaped].map(({ what }) => ({
    way: `${what} in ${name}`,
    fact: known(true, value.at, related),
  }));
}

function isBase64(text: string): boolean {
  return BASE64.test(text.replaceAll(/\s+/g, ''));
}
