import { fitsText } from '../../syntax/wildcard/index.ts';

/** A thing that happened, as CloudTrail writes it; names of inner fields have points. */
export type AuditEvent = Readonly<Record<string, string>>;

/** Is an event one that a filter's pattern takes? */
export type FilterPattern = (event: AuditEvent) => boolean;

/** Longer ones are refused by CloudWatch. */
const MAX_LENGTH = 1024;
const MAX_DEPTH = 50;

const TOKENS =
  /\s*(?:(&&|\|\||[(){}]|!=|>=|<=|[=<>])|"((?:[^"\\]|\\.)*)"|(\$\.[\w.[\]-]+)|%([^%]*)%|([\w.*:/@+-]+))/gy;

interface Token {
  readonly kind: 'sign' | 'text' | 'field' | 'pattern' | 'word';
  readonly value: string;
}

/**
 * Reads a pattern for lines in JSON: `{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed*") }`. Nothing for what is none.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function readFilterPattern(text: string): FilterPattern | undefined {
  const tokens = text.length > MAX_LENGTH ? undefined : tokensOf(text.trim());
  if (tokens?.[0]?.value !== '{' || tokens.at(-1)?.value !== '}') return undefined;
  const reader = new PatternReader(tokens.slice(1, -1));
  const pattern = reader.either(0);
  return reader.done ? pattern : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const [all, sign, quoted, field, pattern, word] = TOKENS.exec(text) ?? [];
    if (all === undefined) return undefined;
    if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replaceAll(/\\(.)/g, '$1') });
    else if (field !== undefined) tokens.push({ kind: 'field', value: field.slice(2) });
    else if (pattern !== undefined) tokens.push({ kind: 'pattern', value: pattern });
    else tokens.push({ kind: 'word', value: word ?? '' });
  }
  return tokens;
}

class PatternReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#next === this.#tokens.length;
  }

  either(depth: number): FilterPattern | undefined {
    return this.#joined('||', depth, (some) => (event) => some.some((one) => one(event)));
  }

  #joined(
    sign: '&&' | '||',
    depth: number,
    join: (parts: readonly FilterPattern[]) => FilterPattern,
  ): FilterPattern | undefined {
    const parts: FilterPattern[] = [];
    do {
      const part =
        sign === '||'
          ? this.#joined('&&', depth, (all) => (event) => all.every((one) => one(event)))
          : this.#part(depth);
      if (!part) return undefined;
      parts.push(part);
    } while (this.#take(sign));
    return parts.length === 1 ? parts[0] : join(parts);
  }

  #part(depth: number): FilterPattern | undefined {
    if (!this.#take('(')) return this.#asked();
    const inner = depth < MAX_DEPTH ? this.either(depth + 1) : undefined;
    return inner && this.#take(')') ? inner : undefined;
  }

  /** `$.eventName = ConsoleLogin`, `$.userIdentity.invokedBy NOT EXISTS`. Numbers and truths are none of what we ask. */
  #asked(): FilterPattern | undefined {
    const [field, sign, value] = this.#tokens.slice(this.#next, this.#next + 3);
    if (field?.kind !== 'field' || !sign || !value) return undefined;
    this.#next += 3;
    const name = field.value;
    const words = `${sign.value} ${value.value}`.toUpperCase();
    if (words === 'NOT EXISTS') return (event) => !Object.hasOwn(event, name);
    if (sign.value === 'IS') return (event) => event[name] === value.value.toLowerCase();
    if (sign.value !== '=' && sign.value !== '!=') return undefined;
    const negative = sign.value === '!=';
    const fits =
      value.kind === 'pattern' ? containing(value.value) : (text: string) => fitsText(value.value, text);
    // What is not there is neither like a value nor unlike it.
    return (event) => Object.hasOwn(event, name) && fits(event[name] ?? '') !== negative;
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'sign' || token.value !== sign) return false;
    this.#next++;
    return true;
  }
}

/** Of regular expressions only plain words are understood; others take nothing. */
function containing(pattern: string): (text: string) => boolean {
  return (text) => /^[\w ]+$/.test(pattern) && text.includes(pattern);
}
