import { recognizeAction } from '../../../delivery/index.ts';
import { known, type Fact, type PipelineFacts } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { expressionsIn, parseExpression } from '../read/expression.ts';
import type { Library } from '../read/library.ts';
import { actionName } from '../read/library.ts';
import { runsOf, stepsOf, type Step } from '../read/run.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { scopeOf } from '../read/scope.ts';
import type { Workflow } from '../read/workflow.ts';
import table from './code-inputs.json' with { type: 'json' };
import { untrustedIn, type Untrusted } from './untrusted.ts';

/** Inputs of well-known actions that are run as code, besides those that the delivery tables know as shell scripts. */
const CODE: Readonly<Record<string, readonly string[]>> = table;

/** Expressions that paste text into code. */
export interface Pasted {
  /** What an outsider writes. */
  readonly outsiders: PipelineFacts['injections'];
  /** What those write who may start the workflow. */
  readonly starters: PipelineFacts['injections'];
}

/** Expressions that paste into code what others write, each place once. */
export function injectionsOf(workflow: Workflow, library: Library): Pasted {
  const found = new Map<string, Found>();
  for (const caller of runsOf(library, workflow)) {
    for (const job of workflow.jobs.values()) {
      if (job.uses !== undefined) continue;
      for (const step of stepsOf({ job, library, caller })) collect(step, found);
    }
  }
  const all = [...found.values()];
  const by = (whose: Untrusted['by']): PipelineFacts['injections'] =>
    all.flatMap((one) => (one.by === whose ? [{ expression: one.expression }] : []));
  return { outsiders: by('outsider'), starters: by('starter') };
}

interface Found {
  readonly by: Untrusted['by'];
  readonly expression: Fact<string>;
}

function collect(step: Step, found: Map<string, Found>): void {
  for (const node of codeOf(step)) {
    const text = node.text ?? '';
    if (!text.includes('${{')) continue;
    const placeOf = scalarPlaces(node);
    for (const embedded of expressionsIn(text)) {
      const untrusted = untrustedIn(parseExpression(embedded.body), scopeOf(step.run, step));
      if (!untrusted) continue;
      const at = placeOf(embedded);
      const key = `${at.file.path} ${at.span.start}`;
      const body = embedded.body.trim();
      const before = found.get(key);
      if (before && (before.by === 'outsider' || untrusted.by === 'starter')) continue;
      found.set(key, { by: untrusted.by, expression: known(body, at, relatedTo(step, untrusted.via)) });
    }
  }
}

/** Where the value comes from when the expression itself does not say, and who uses the composite action. */
function relatedTo(step: Step, via: RelatedLocation | undefined): readonly RelatedLocation[] {
  const users = step.calls.map((node) => ({ location: node.get('uses').at, message: 'used from here' }));
  return via ? [via, ...users] : users;
}

function codeOf({ node }: Step): readonly DataNode[] {
  const run = node.get('run');
  if (run.text !== undefined) return [run];
  const uses = node.get('uses').text;
  if (uses === undefined) return [];
  const name = actionName(uses);
  const key = name.toLowerCase();
  const given = node.get('with');
  const scripts = recognizeAction(name, (input) => scalarText(given.get(input))).flatMap(({ runs }) =>
    runs && 'input' in runs && runs.tool === undefined ? [runs.input] : [],
  );
  return [...new Set([...(Object.hasOwn(CODE, key) ? (CODE[key] ?? []) : []), ...scripts])].map((input) =>
    given.get(input),
  );
}
