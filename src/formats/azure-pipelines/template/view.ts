import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression } from './expression.ts';
import { textsOfValue, truthOf, valueOf } from './evaluate.ts';
import { follow, OPEN, type Scope, type Value, type View } from './scope.ts';

const DIRECTIVE = /^\$\{\{\s*(if|elseif|else|each|insert)\b([\s\S]*)\}\}$/;
const LOOP = /^\s*([a-z_]\w*)\s+in\s(.+)$/is;
const WHOLE = /^\s*\$\{\{(?:(?!\}\})[\s\S])*\}\}\s*$/;
/** Possible values of one text; more are cut. */
const OPTIONS = 64;
/** Texts longer than this name nothing, and are left as they are. */
const LENGTH = 20_000;

export const viewOf = (node: DataNode, scope: Scope): View => new Expanded(node, scope);

class Expanded implements View {
  readonly node: DataNode;
  readonly scope: Scope;
  private expanded: readonly (readonly [string, View])[] | undefined;
  private followed: View | undefined;

  constructor(node: DataNode, scope: Scope) {
    this.node = node;
    this.scope = scope;
  }

  get at(): Location {
    return this.node.at;
  }

  get header(): Location {
    return this.node.header;
  }

  get target(): View {
    const { text } = this.node;
    if (text === undefined || !WHOLE.test(text)) return this;
    this.followed ??= follow<View>(this.scope, this, () => {
      const value = valueOf(parseExpression(bodyOf(text)), this.scope);
      const view = value.kind === 'view' || value.kind === 'choice' ? value.view : undefined;
      return view ? view.target : this;
    });
    return this.followed;
  }

  get exists(): boolean {
    return this.node.exists;
  }

  get isMap(): boolean {
    return this.target.node.isMap;
  }

  get isList(): boolean {
    return this.target.node.isList;
  }

  get texts(): readonly string[] {
    const { value } = this.node;
    if (typeof value === 'number' || typeof value === 'boolean') return [this.node.written ?? String(value)];
    return typeof value === 'string' ? resolveTexts(value, this.scope) : [];
  }

  get text(): string | undefined {
    return this.texts[0];
  }

  get(...path: readonly string[]): View {
    const [first, ...rest] = path;
    if (first === undefined) return this;
    const child = this.child(first);
    return rest.length === 0 ? child : child.get(...rest);
  }

  private child(key: string): View {
    const { node, scope } = this.target;
    if (node.has(key) || !node.isMap) return new Expanded(node.get(key), scope);
    if (!node.entries().some(([name]) => name.includes('${{'))) return new Expanded(node.get(key), scope);
    const lower = key.toLowerCase();
    const found = this.entries().find(([name]) => name.toLowerCase() === lower);
    return found?.[1] ?? new Expanded(node.get(key), scope);
  }

  entries(): readonly (readonly [key: string, view: View])[] {
    const { target } = this;
    if (target !== this) return target.entries();
    this.expanded ??= expandMap(this);
    return this.expanded;
  }

  items(): readonly View[] {
    const { node, scope } = this.target;
    const chain: Chain = { done: false };
    const expand = (item: DataNode): readonly View[] => {
      if (item.text !== undefined && WHOLE.test(item.text)) {
        const view = new Expanded(item, scope);
        chain.done = false;
        return view.isList ? view.items() : [view.target];
      }
      const entries = item.entries();
      if (!entries.some(([key]) => DIRECTIVE.test(key))) {
        chain.done = false;
        return [new Expanded(item, scope)];
      }
      if (!entries.every(([key]) => DIRECTIVE.test(key))) return [new Expanded(item, scope)];
      return entries.flatMap(([key, body]) =>
        branches(key, scope, chain).flatMap((inner) => {
          const view = new Expanded(body, inner);
          return view.isList ? view.items() : view.isMap || view.node.text ? [view.target] : [];
        }),
      );
    };
    return node.items().flatMap((item) => follow(scope, [], () => expand(item)));
  }
}

/** Was a branch of the `if` before taken for sure? */
interface Chain {
  done: boolean;
}

function expandMap({ node, scope }: View): readonly (readonly [string, View])[] {
  const chain: Chain = { done: false };
  return node.entries().flatMap(([key, body]) => {
    if (!key.includes('${{')) {
      chain.done = false;
      return [[key, new Expanded(body, scope)] as const];
    }
    if (!DIRECTIVE.test(key))
      return [[resolveTexts(key, scope)[0] ?? key, new Expanded(body, scope)] as const];
    return follow<readonly (readonly [string, View])[]>(scope, [], () =>
      branches(key, scope, chain).flatMap((inner) => new Expanded(body, inner).entries()),
    );
  });
}

/** The scopes in which the body of a directive is expanded: none, one, or one for each turn of a loop. */
function branches(key: string, scope: Scope, chain: Chain): readonly Scope[] {
  const [, directive, rest = ''] = DIRECTIVE.exec(key) ?? [];
  if (directive === 'each') return turns(rest, scope);
  if (directive === 'insert') return [scope];
  if (directive === 'if') chain.done = false;
  if (chain.done) return [];
  const truth = directive === 'else' ? true : truthOf(parseExpression(rest), scope);
  if (truth === false) return [];
  chain.done = truth === true;
  return [scope];
}

function turns(text: string, scope: Scope): readonly Scope[] {
  const match = LOOP.exec(text);
  const name = match?.[1];
  if (name === undefined) return [];
  const value = valueOf(parseExpression(match?.[2] ?? ''), scope);
  const view = value.kind === 'view' || value.kind === 'choice' ? value.view?.target : undefined;
  const within = (one: Value): Scope => ({ ...scope, loops: new Map([...scope.loops, [name, one]]) });
  if (!view) return value.kind === 'known' ? [] : [within(OPEN)];
  if (view.isList) return view.items().map((item) => within({ kind: 'view', view: item }));
  return view.entries().map(([key, one]) => within({ kind: 'pair', key, value: one }));
}

const bodyOf = (text: string): string => expressionsIn(text)[0]?.body ?? '';

/** The texts that a text with expressions may become. */
export function resolveTexts(text: string, scope: Scope): readonly string[] {
  if (!text.includes('${{')) return [text];
  return follow<readonly string[]>(scope, [text], () => {
    let texts: readonly string[] = [''];
    let at = 0;
    for (const { start, end, body } of expressionsIn(text)) {
      const before = text.slice(at, start);
      const values = textsOfValue(valueOf(parseExpression(body), scope)) ?? [`\${{ ${body.trim()} }}`];
      texts = texts.flatMap((head) => values.map((value) => head + before + value)).slice(0, OPTIONS);
      if ((texts[0]?.length ?? 0) > LENGTH) return [text];
      at = end;
    }
    return [...new Set(texts.map((head) => head + text.slice(at)))];
  });
}
