import { parseQuery } from '../../syntax/promql/index.ts';
import { resultLabels, type LabelSet } from '../promql/labels.ts';
import { formatted, isTemplateFunction } from './functions.ts';
import { closing, readActions, splitAt, type Action, type TemplateProblem, type Token } from './token.ts';
import { ALERT, carried, elementOf, UNKNOWN, type Value } from './value.ts';

/** A label that a template shows. */
export interface LabelUse {
  readonly label: string;
  /** Labels of what it is taken from, where that is another query's answer; else it is the alert's own label. */
  readonly from: readonly LabelSet[] | undefined;
  readonly start: number;
  readonly end: number;
}

/** What a template of an alert says, with offsets in it. */
export interface Template {
  readonly labels: readonly LabelUse[];
  /** Where it shows the value that the alert's expression has. */
  readonly values: readonly { readonly start: number; readonly end: number }[];
  /** Why Prometheus would refuse it; the first reason. */
  readonly problem?: TemplateProblem;
}

/** An action with more words, or in more blocks, was not written by hand, and is not looked into. */
const MAX_TOKENS = 500;
const MAX_DEPTH = 200;

const NOTHING: Template = { labels: [], values: [] };

/** Reads the template of a label or annotation; nothing where another template makes it, such as Helm's. */
export function readTemplate(text: string): Template | undefined {
  if (!text.includes('{{')) return NOTHING;
  if (
    /\{%|\{\{-?\s*(?:`|"\{\{)|\{\{[^{}]*(?:\.(?:Values|Release|Chart|Files|Capabilities)\b|\binclude\b)/.test(
      text,
    )
  )
    return undefined;
  const { actions, problem } = readActions(text);
  const reader = new TemplateReader();
  for (const action of actions) reader.take(action);
  const first = reader.problem ?? problem ?? reader.unended(text.length);
  return { labels: reader.labels, values: reader.values, ...(first && { problem: first }) };
}

interface Block {
  readonly keyword: string;
  readonly dot: Value;
  readonly variables: Map<string, Value>;
}

class TemplateReader {
  readonly labels: LabelUse[] = [];
  readonly values: { start: number; end: number }[] = [];
  problem: TemplateProblem | undefined;
  readonly #blocks: Block[] = [
    {
      keyword: '',
      dot: ALERT,
      variables: new Map<string, Value>([
        ['$', ALERT],
        ['$labels', { kind: 'labels' }],
        ['$value', { kind: 'value' }],
        ['$externalLabels', UNKNOWN],
        ['$externalURL', UNKNOWN],
      ]),
    },
  ];
  /** Labels that a condition asks for: whoever asks knows that they may be absent. */
  #asking = false;

  take({ tokens, start, end }: Action): void {
    const [first, ...rest] = tokens;
    if (this.problem || tokens.length > MAX_TOKENS || this.#tooDeep) return;
    if (!first) {
      this.#tell('has {{ }} with nothing in it', { start, end });
      return;
    }
    const keyword = first.kind === 'name' ? first.value : '';
    if (keyword === 'end') this.#close(first);
    else if (keyword === 'else') this.#else(first, rest);
    else if (/^(?:if|with|range|block|define)$/.test(keyword)) this.#open(keyword, rest);
    else if (keyword === 'template' || keyword === 'break' || keyword === 'continue') return;
    else this.#show(this.#pipeline(tokens), { start, end });
  }

  get #tooDeep(): boolean {
    return this.#blocks.length > MAX_DEPTH;
  }

  unended(length: number): TemplateProblem | undefined {
    const { keyword } = this.#block();
    return keyword === '' || this.#tooDeep
      ? undefined
      : { message: `opens ${keyword} and never ends it`, start: Math.max(0, length - 1), end: length };
  }

  #block(): Block {
    return this.#blocks.at(-1) ?? { keyword: '', dot: UNKNOWN, variables: new Map() };
  }

  #tell(message: string, { start, end }: { readonly start: number; readonly end: number }): void {
    this.problem ??= { message, start, end };
  }

  #close(token: Token): void {
    if (this.#blocks.length > 1) this.#blocks.pop();
    else this.#tell('has an end without a beginning', token);
  }

  #else(token: Token, rest: readonly Token[]): void {
    const { keyword } = this.#block();
    if (keyword === '') {
      this.#tell('has an else without an if', token);
      return;
    }
    // The `.` of what is around comes back; what an `else if` asks is asked like any condition.
    this.#blocks.pop();
    const [next, ...condition] = rest;
    if (next && (next.value === 'if' || next.value === 'with')) this.#open(next.value, condition);
    else this.#blocks.push({ keyword, dot: this.#block().dot, variables: new Map() });
  }

  #open(keyword: string, rest: readonly Token[]): void {
    const outer = this.#block();
    if (keyword === 'define' || keyword === 'block') {
      this.#blocks.push({ keyword, dot: UNKNOWN, variables: new Map() });
      return;
    }
    this.#asking = keyword !== 'range';
    const variables = new Map<string, Value>();
    this.#blocks.push({ keyword, dot: outer.dot, variables });
    const given = this.#pipeline(rest, keyword === 'range');
    this.#asking = false;
    this.#blocks.pop();
    const dot = keyword === 'if' ? outer.dot : keyword === 'range' ? elementOf(given) : given;
    this.#blocks.push({ keyword, dot, variables });
  }

  #show(value: Value, at: { readonly start: number; readonly end: number }): void {
    if (value.kind === 'value') this.values.push(at);
  }

  /** `$x := …`, `$x = …`, `$i, $x := …`, or what is to be shown. */
  #pipeline(tokens: readonly Token[], each = false): Value {
    const assign = tokens.findIndex(
      ({ kind, value }) => kind === 'sign' && (value === ':=' || value === '='),
    );
    if (assign <= 0) return this.#piped(tokens);
    const value = this.#piped(tokens.slice(assign + 1));
    const names = tokens.slice(0, assign).filter(({ kind }) => kind === 'variable');
    names.forEach(({ value: name }, index) => {
      const isLast = index === names.length - 1;
      this.#block().variables.set(name, each ? (isLast ? elementOf(value) : UNKNOWN) : value);
    });
    return each ? value : this.#asking ? value : UNKNOWN;
  }

  #piped(tokens: readonly Token[]): Value {
    let value: Value | undefined;
    for (const command of splitAt(tokens, '|')) value = this.#command(command, value);
    return value ?? UNKNOWN;
  }

  /** A function with its arguments, the last of which comes through the pipe, or a single operand. */
  #command(tokens: readonly Token[], piped: Value | undefined): Value {
    const [first] = tokens;
    if (!first) {
      this.#tell('has a pipe with nothing behind it', { start: 0, end: 1 });
      return UNKNOWN;
    }
    const operands = this.#operands(first.kind === 'name' ? tokens.slice(1) : tokens);
    const values = piped ? [...operands, piped] : operands;
    if (first.kind !== 'name') return values.length === 1 ? (values[0] ?? UNKNOWN) : UNKNOWN;
    if (!isTemplateFunction(first.value)) this.#tell(`calls ${first.value}, which is no function`, first);
    return this.#called(first, values);
  }

  #called(name: Token, values: readonly Value[]): Value {
    const [one, two] = values;
    const last = values.at(-1) ?? UNKNOWN;
    switch (name.value) {
      case 'query':
        return this.#queried(last, name);
      case 'first':
        return last.kind === 'samples' ? { kind: 'sample', sets: last.sets } : UNKNOWN;
      case 'sortByLabel':
        return last;
      case 'label':
      case 'index':
        this.#asked(name, one, two);
        return UNKNOWN;
      case 'printf':
        return one?.kind === 'text' && last.kind !== 'value'
          ? { kind: 'text', text: formatted(one.text) }
          : carried('printf', values);
      default:
        return carried(name.value, values);
    }
  }

  /** `label "job" sample` and `index $labels "job"`. */
  #asked(name: Token, one: Value | undefined, two: Value | undefined): void {
    if (one?.kind === 'text' && two?.kind === 'sample') this.#use(one.text, two.sets ?? [], name);
    if (one?.kind === 'labels' && two?.kind === 'text') this.#use(two.text, undefined, name);
  }

  #queried(text: Value, name: Token): Value {
    if (text.kind !== 'text') return { kind: 'samples', sets: undefined };
    const { expression, problem } = parseQuery(text.text);
    if (problem) this.#tell(`asks a query that ${problem.message}`, name);
    return { kind: 'samples', sets: expression && resultLabels(expression) };
  }

  #use(label: string, from: readonly LabelSet[] | undefined, { start, end }: Token): void {
    if (!this.#asking) this.labels.push({ label, from, start, end });
  }

  #operands(tokens: readonly Token[]): readonly Value[] {
    const operands: Value[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (!token) break;
      if (token.value === '(' && token.kind === 'sign') {
        const end = closing(tokens, index);
        const value = this.#piped(tokens.slice(index + 1, end));
        const field = tokens[end + 1];
        const isField = field?.kind === 'field' && field.start === tokens[end]?.end;
        operands.push(isField ? this.#field(value, field.value, field) : value);
        index = end + (isField ? 1 : 0);
      } else operands.push(this.#operand(token));
    }
    return operands;
  }

  #operand(token: Token): Value {
    switch (token.kind) {
      case 'text':
        return { kind: 'text', text: token.value };
      case 'field':
        return this.#field(this.#block().dot, token.value, token);
      case 'variable':
        return this.#variable(token);
      case 'sign':
        return token.value === '.' ? this.#block().dot : UNKNOWN;
      case 'name':
        if (!isTemplateFunction(token.value)) this.#tell(`calls ${token.value}, which is no function`, token);
        return UNKNOWN;
      default:
        return UNKNOWN;
    }
  }

  #variable(token: Token): Value {
    const [name = '', ...fields] = token.value.split('.');
    for (let depth = this.#blocks.length - 1; depth >= 0; depth--) {
      const found = this.#blocks[depth]?.variables.get(name);
      if (found) return this.#field(found, fields.length > 0 ? `.${fields.join('.')}` : '', token);
    }
    this.#tell(`uses ${name}, which nothing sets`, token);
    return UNKNOWN;
  }

  /** `.Labels.job` of an alert or a sample, `.job` of labels. */
  #field(of: Value, path: string, token: Token): Value {
    const [, first, second] = path.split('.');
    if (first === undefined || first === '') return of;
    if (of.kind === 'labels') {
      this.#use(first, undefined, token);
      return UNKNOWN;
    }
    if (of.kind !== 'alert' && of.kind !== 'sample') return UNKNOWN;
    if (first === 'Labels' && second !== undefined) {
      this.#use(second, of.kind === 'sample' ? (of.sets ?? []) : undefined, token);
      return UNKNOWN;
    }
    if (of.kind === 'alert' && first === 'Value') return { kind: 'value' };
    return of.kind === 'alert' && first === 'Labels' ? { kind: 'labels' } : UNKNOWN;
  }
}
