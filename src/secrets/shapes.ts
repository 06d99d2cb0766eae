import { isPlaceholder } from './placeholder.ts';
import table from './shapes.json' with { type: 'json' };

/** A secret in a text: what it is, and the offsets of its first character and of the one after its last. */
export interface Found {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

interface Shape {
  readonly what: string;
  /** A group, if there is one, is the secret, with which the pattern ends: looking behind costs a look from each place. */
  readonly pattern: string;
  readonly flags?: string;
  /** Where its owner says so. */
  readonly source: string;
}

const SHAPES = (table.shapes as readonly Shape[]).map(({ what, pattern, flags = '' }) => ({
  what,
  pattern: new RegExp(pattern, `g${flags}`),
}));

/** Texts that can only be secrets, by the shapes that their makers gave them; examples and fillers are none. */
export function shapedSecrets(text: string): readonly Found[] {
  const found = SHAPES.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)]
      .map(({ 0: whole, 1: secret = whole, index }) => ({
        secret,
        start: index + whole.length - secret.length,
      }))
      .filter(({ secret }) => !isPlaceholder(secret) && !isFiller(secret))
      .map(({ secret, start }) => ({ what, start, end: start + secret.trimEnd().length })),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** Real keys are random: `AKIAXXXXXXXXXXXXXXXX` has too few different characters, `ghp_abcdefgh…` too many in order. */
function isFiller(secret: string): boolean {
  const random = secret.replace(/^.*?[_.-](?=.{20})/s, '');
  if (new Set(random.toLowerCase()).size < 8) return true;
  let steps = 0;
  for (let index = 1; index < random.length; index++) {
    if (random.charCodeAt(index) - random.charCodeAt(index - 1) === 1) steps++;
  }
  return steps > random.length / 2;
}
