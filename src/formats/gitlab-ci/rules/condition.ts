import type { Context } from './context.ts';

/** Yes, no, or what the files do not tell. */
export type Truth = boolean | undefined;

/** What a variable is in a kind of pipeline: a text, the default branch, another branch, something, nothing, or open. */
type Operand =
  | { readonly kind: 'text' | 'stated' | 'pattern'; readonly text: string }
  | { readonly kind: 'default' | 'other' | 'set' | 'none' | 'open' };

/** The literal value of a variable that the files set; what is set when a pipeline starts comes before it. */
export type Literals = (name: string) => string | undefined;

const TOKEN =
  /\s*(?:(\|\||&&|==|!=|=~|!~|[!()])|\$\{?(\w+)\}?|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\/(?:[^/\\]|\\.)+\/[a-z]*)|(null)\b)/y;
const LENGTH = 4_000;

/** Does `if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH` hold in a kind of pipeline? */
export function holds(expression: string, context: Context, inChild: boolean, literals: Literals): Truth {
  const tokens = tokensOf(expression);
  if (!tokens) return undefined;
  const parser = new Parser(tokens, (name) => valueOf(name, context, inChild, literals));
  return parser.read();
}

interface Token {
  readonly symbol?: string;
  readonly name?: string;
  readonly operand?: Operand;
}

function tokensOf(expression: string): readonly Token[] | undefined {
  if (expression.length > LENGTH) return undefined;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, symbol, name, double, single, pattern, nothing] = match;
    const quoted = double ?? single;
    if (symbol !== undefined) tokens.push({ symbol });
    else if (name !== undefined) tokens.push({ name });
    else if (quoted !== undefined) tokens.push({ operand: { kind: 'text', text: quoted } });
    else if (pattern !== undefined) tokens.push({ operand: { kind: 'pattern', text: pattern } });
    else if (nothing !== undefined) tokens.push({ operand: { kind: 'none' } });
  }
  return tokens;
}

const NESTING = 50;

class Parser {
  #at = 0;
  #depth = 0;
  #broken = false;
  readonly #tokens: readonly Token[];
  readonly #value: (name: string) => Operand;

  constructor(tokens: readonly Token[], value: (name: string) => Operand) {
    this.#tokens = tokens;
    this.#value = value;
  }

  read(): Truth {
    const truth = this.#or();
    return this.#broken || this.#at < this.#tokens.length ? undefined : truth;
  }

  #or(): Truth {
    let truth = this.#and();
    while (this.#take('||')) truth = either(truth, this.#and());
    return truth;
  }

  #and(): Truth {
    let truth = this.#comparison();
    while (this.#take('&&')) truth = both(truth, this.#comparison());
    return truth;
  }

  #comparison(): Truth {
    if (this.#take('!')) return not(this.#comparison());
    if (this.#take('(')) {
      if (++this.#depth > NESTING) this.#broken = true;
      const inner = this.#broken ? undefined : this.#or();
      if (!this.#take(')')) this.#broken = true;
      return inner;
    }
    const left = this.#operand();
    for (const symbol of ['==', '!=', '=~', '!~']) {
      if (!this.#take(symbol)) continue;
      const right = this.#operand();
      const truth = symbol.includes('~') ? matches(left, right) : equal(left, right);
      return symbol.startsWith('!') ? not(truth) : truth;
    }
    return isSet(left);
  }

  #operand(): Operand {
    const token = this.#tokens[this.#at++];
    if (token?.operand) return token.operand;
    if (token?.name !== undefined) return this.#value(token.name);
    this.#broken = true;
    return { kind: 'open' };
  }

  #take(symbol: string): boolean {
    if (this.#broken || this.#tokens[this.#at]?.symbol !== symbol) return false;
    this.#at++;
    return true;
  }
}

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

export function both(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}

export function either(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === undefined || right === undefined ? undefined : false;
}

function isSet(operand: Operand): Truth {
  switch (operand.kind) {
    case 'none':
      return false;
    case 'open':
      return undefined;
    case 'text':
      return operand.text !== '';
    case 'stated':
      return operand.text === '' ? undefined : true;
    default:
      return true;
  }
}

/** Names that a default branch has where nobody says otherwise; any other may be one, too. */
const MAIN: ReadonlySet<string> = new Set(['main', 'master', 'trunk']);

function equal(left: Operand, right: Operand): Truth {
  if (left.kind === 'open' || right.kind === 'open') return undefined;
  if (left.kind === 'none' || right.kind === 'none') return left.kind === right.kind;
  if ('text' in left && 'text' in right) {
    if (left.text === right.text) return true;
    return left.kind === 'stated' || right.kind === 'stated' ? undefined : false;
  }
  if (left.kind === 'default' && right.kind === 'default') return true;
  if ('text' in left) return isNamed(right, left.text);
  if ('text' in right) return isNamed(left, right.text);
  const kinds = [left.kind, right.kind];
  return kinds.includes('default') && kinds.includes('other') ? false : undefined;
}

/** Has a branch, or whatever is set, this name? */
function isNamed({ kind }: Operand, name: string): Truth {
  if (name === '') return false;
  if (!MAIN.has(name)) return undefined;
  if (kind === 'default') return true;
  return kind === 'other' ? false : undefined;
}

/** Only patterns without repetition are tried out: others could take forever, and seldom tell. */
function matches(value: Operand, pattern: Operand): Truth {
  if (value.kind === 'none') return false;
  if (pattern.kind !== 'pattern') return undefined;
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(pattern.text) ?? [];
  if (!/^\^?[\w./|()-]+\$?$/.test(source) || !/^i?$/.test(flags)) return undefined;
  const test = compiled(source, flags);
  if (!test) return undefined;
  if (value.kind === 'text') return test.test(value.text);
  if (value.kind === 'stated') return test.test(value.text) ? true : undefined;
  const main = [...MAIN].some((name) => test.test(name));
  if (value.kind === 'default') return main ? true : undefined;
  return undefined;
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** What GitLab sets, else what the files set. */
function valueOf(name: string, context: Context, inChild: boolean, literals: Literals): Operand {
  const { source, branch, tag, request } = context;
  const only = (yes: boolean): Operand => ({ kind: yes ? 'set' : 'none' });
  switch (name) {
    case 'CI_PIPELINE_SOURCE':
      return { kind: 'text', text: inChild ? 'parent_pipeline' : source };
    case 'CI_COMMIT_BRANCH':
      return { kind: branch ?? 'none' };
    case 'CI_DEFAULT_BRANCH':
      return { kind: 'default' };
    case 'CI_COMMIT_REF_NAME':
    case 'CI_COMMIT_REF_SLUG':
    case 'CI_BUILD_REF_NAME':
      return { kind: branch ?? 'set' };
    case 'CI_COMMIT_TAG':
      return only(tag);
    case 'CI_COMMIT_REF_PROTECTED':
      return branch === 'default' ? { kind: 'text', text: 'true' } : { kind: 'open' };
    case 'CI_OPEN_MERGE_REQUESTS':
      return branch === 'other' ? { kind: 'open' } : only(request);
    case 'CI':
    case 'GITLAB_CI':
      return { kind: 'text', text: 'true' };
    default:
      if (name.startsWith('CI_MERGE_REQUEST_')) return mergeRequest(name, request);
      return stated(literals(name));
  }
}

/** Every merge request has these; others, as its labels, it may be without. */
function mergeRequest(name: string, request: boolean): Operand {
  if (!request) return { kind: 'none' };
  return /_(?:I?ID|BRANCH_NAME|PROJECT_(?:ID|PATH|URL)|REF_PATH|TITLE|EVENT_TYPE)$/.test(name)
    ? { kind: 'set' }
    : { kind: 'open' };
}

/** A variable's literal value may be another when the pipeline is started, so that only what it says yes to counts. */
function stated(text: string | undefined): Operand {
  return text === undefined ? { kind: 'open' } : { kind: 'stated', text };
}
