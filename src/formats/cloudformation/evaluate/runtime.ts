import { unknownAt, type UnknownValue } from '../../../cloud/index.ts';
import type { Diagnostic, Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/** CloudFormation takes templates of a megabyte at most, which have fewer values than this. */
const MAX_STEPS = 500_000;
/** As much of a depth as a document can have, and what it depends on. */
const MAX_DEPTH = 600;
const MAX_DIAGNOSTICS = 200;

/** What the evaluation of one stack shares: its limits, and what went wrong. */
export class Runtime {
  private depth = 0;
  private steps = 0;
  private stacks = 0;
  private readonly reported = new Map<string, Diagnostic>();

  /** Goes a level deeper; a reason when that is too deep, or when too much was evaluated already. */
  enter(node: DataNode): string | undefined {
    this.steps++;
    if (++this.depth > MAX_DEPTH)
      return this.#limit('its values depend on each other in too long a row', node);
    if (this.steps > MAX_STEPS) return this.#limit('it takes too many steps to evaluate', node);
    return undefined;
  }

  /** Counts one more nested stack. */
  mayNest(most: number): boolean {
    return ++this.stacks <= most;
  }

  leave(): void {
    this.depth--;
  }

  /** Loops end where their elements would not be evaluated any more. */
  get spent(): boolean {
    return this.steps > MAX_STEPS;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.reported.values()];
  }

  /** Reports a problem in a template once, however often its place is evaluated. */
  report(code: string, message: string, location: Location): void {
    this.#add(code, 'warning', message, location);
  }

  /** Says what was left out knowingly. */
  note(code: string, message: string, location: Location): void {
    this.#add(`cloudformation/${code}`, 'note', message, location);
  }

  #add(code: string, level: Diagnostic['level'], message: string, location: Location): void {
    const { path } = location.file;
    const key = `${code} ${path} ${location.span.start} ${message}`;
    if (this.reported.has(key) || this.reported.size >= MAX_DIAGNOSTICS) return;
    this.reported.set(key, { code, level, message, path, location });
  }

  /** Something that is wrong: a diagnostic, and an unknown value in its place. */
  failure(code: string, reason: string, location: Location): UnknownValue {
    this.report(`cloudformation/${code}`, sentence(reason), location);
    return unknownAt(location, reason, { failure: true });
  }

  #limit(reason: string, node: DataNode): string {
    const code = 'cloudformation/limit';
    if (!this.reported.has(code)) {
      const location = node.at;
      const { path } = location.file;
      const message = `From here on the template was not read: ${reason}.`;
      this.reported.set(code, { code, level: 'warning', message, path, location });
    }
    return reason;
  }
}

/** Names of things keep their case at the start of a sentence. */
function sentence(text: string): string {
  return `${/^[a-z]+ /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text}.`;
}
