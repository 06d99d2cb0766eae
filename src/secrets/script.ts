import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from './literal.ts';
import type { Found } from './shapes.ts';

const ASSIGNMENT = /(?<![\w$-])([A-Z_]\w*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"';|&)]+))/gi;
/** The shape of an AWS secret key is known: what has another is none. */
const AWS = /^AWS_SECRET/i;
/** Secrets that a shell script gives to variables: `export DB_PASSWORD=…`. */
export function assignedSecrets(script: string): readonly Found[] {
  return [...script.matchAll(ASSIGNMENT)].flatMap((match) => {
    const [whole, name = '', double, single, bare] = match;
    const value = double ?? single ?? bare ?? '';
    if (!takesSecret(name) || AWS.test(name) || value.length < SHORTEST_SECRET) return [];
    // What the shell puts in is no literal.
    if ((single === undefined && /[$`]/.test(value)) || !isLiteralSecret(value)) return [];
    const quotes = bare === undefined ? 1 : 0;
    const end = match.index + whole.length - quotes;
    return [{ what: name, start: end - value.length, end }];
  });
}
