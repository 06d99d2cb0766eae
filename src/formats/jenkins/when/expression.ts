import { all, any, not, type Build, type Truth } from './build.ts';
import { fitsExpression } from './name.ts';

type Holds = (build: Build) => Truth;

const OPEN: Holds = () => undefined;
const LENGTH = 1_000;
const NAME = String.raw`(?:env\.)?(BRANCH_NAME|GIT_BRANCH|CHANGE_ID|CHANGE_TARGET|CHANGE_BRANCH|TAG_NAME)`;
const COMPARED = new RegExp(
  String.raw`^${NAME}\s*(==|!=|==~|=~)\s*(?:'([^']*)'|"([^"$]*)"|\/([^/]*)\/|(null))$`,
);
const BARE = new RegExp(`^(!*)${NAME}$`);
const AMONG = new RegExp(String.raw`^${NAME}\s+in\s+\[([^\]]*)\]$`);
const BEGINS = new RegExp(String.raw`^(!?)${NAME}\.startsWith\(\s*["']([^"'$]*)["']\s*\)$`);

/** Does what Groovy asks of the branch, tag or change request hold? Anything else is open. */
export function expressionHolds(written: string, branches: string[]): Holds {
  const text = written
    .trim()
    .replace(/^\{|\}$/g, '')
    .trim()
    .replace(/^return\b/, '')
    .replace(/;\s*$/, '')
    .trim();
  if (text.length > LENGTH || /[{};\n]/.test(text)) return OPEN;
  return joined(text, branches);
}

function joined(text: string, branches: string[]): Holds {
  const plain = withoutParentheses(text);
  if (!/[()]/.test(plain.replaceAll(/\.startsWith\([^()]*\)|\/[^/]*\//g, ''))) {
    const either = plain.split('||').map((part) => {
      const every = part.split('&&').map((one) => atom(withoutParentheses(one.trim()), branches));
      return (build: Build): Truth => all(every.map((one) => one(build)));
    });
    return (build) => any(either.map((one) => one(build)));
  }
  return OPEN;
}

const withoutParentheses = (text: string): string => /^\(([^()]*)\)$/.exec(text)?.[1]?.trim() ?? text;

function atom(text: string, branches: string[]): Holds {
  for (const read of [bare, compared, among, begins]) {
    const found = read(text, branches);
    if (found) return found;
  }
  return OPEN;
}

type Read = (text: string, branches: string[]) => Holds | undefined;

const bare: Read = (text) => {
  const [, marks, name] = BARE.exec(text) ?? [];
  if (marks === undefined || name === undefined) return undefined;
  return marks.length % 2 === 1 ? (build) => not(isSet(name, build)) : (build) => isSet(name, build);
};

const compared: Read = (text, branches) => {
  const [, name, operator = '', single, double, slashed, nothing] = COMPARED.exec(text) ?? [];
  if (name === undefined) return undefined;
  const negated = operator === '!=';
  if (nothing !== undefined) return (build) => (negated ? isSet(name, build) : not(isSet(name, build)));
  const value = (single ?? double ?? slashed ?? '').replace(/^origin\//, '');
  const pattern = operator.includes('~');
  if (!pattern) branches.push(value);
  const holds: Holds = (build) =>
    is(name, build, (own) => (pattern ? fitsExpression(own, value) : own === value));
  return negated ? (build) => not(holds(build)) : holds;
};

const among: Read = (text, branches) => {
  const [, name, list = ''] = AMONG.exec(text) ?? [];
  if (name === undefined) return undefined;
  const values = [...list.matchAll(/["']([^"'$]*)["']/g)].map(([, value = '']) => value);
  branches.push(...values);
  return (build) => is(name, build, (own) => values.includes(own));
};

const begins: Read = (text, branches) => {
  const [, negated, name, start = ''] = BEGINS.exec(text) ?? [];
  if (name === undefined) return undefined;
  branches.push(`${start}x`);
  const holds: Holds = (build) => is(name, build, (own) => own.startsWith(start));
  return negated === '!' ? (build) => not(holds(build)) : holds;
};

function isSet(name: string, { tag, request }: Build): Truth {
  if (name === 'TAG_NAME') return tag;
  return name.startsWith('CHANGE_') ? request : true;
}

function is(name: string, build: Build, test: (own: string) => Truth): Truth {
  if (name === 'TAG_NAME') return build.tag ? undefined : false;
  if (name.startsWith('CHANGE_')) return build.request ? undefined : false;
  return test(build.name);
}
