import type { Mistake } from '../../../delivery/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Holder, Library } from '../read/workflow.ts';
import { callMistakes } from './calls.ts';
import { missingNames, type MissingName } from './expressions.ts';
import { callsIn, templateScope, workflowScope, type Scope } from './scope.ts';

/** What Argo refuses in an object, or what is missing when it runs, and the parameters that do not exist. */
export interface Mistakes {
  readonly all: readonly Mistake[];
  readonly parameters: readonly string[];
}

/** Of more in one object nobody learns anything. */
const MOST = 50;

export function mistakesOf(holder: Holder, library: Library): Mistakes {
  const names = missingIn(holder, library).slice(0, MOST);
  const calls = onceEach(callMistakes(holder, library)).slice(0, MOST);
  const expressions = onceEach(names.map(({ mistake }) => mistake));
  return {
    all: [...calls, ...expressions],
    parameters: [...new Set(names.flatMap(({ parameter }) => parameter ?? []))],
  };
}

/** What is not among the files is named once. */
function onceEach(mistakes: readonly Mistake[]): readonly Mistake[] {
  const seen = new Set<string>();
  return mistakes.filter(({ problem: { value } }) => {
    if (typeof value === 'string') return true;
    const isNew = !seen.has(value.unknown);
    seen.add(value.unknown);
    return isNew;
  });
}

function missingIn(holder: Holder, library: Library): readonly MissingName[] {
  const scope = workflowScope(holder, library);
  return holder.spec.entries().flatMap(([key, node]) => {
    if (key !== 'templates') return missingNames(node, scope);
    return node.items().flatMap((template) => inTemplate(template, scope, holder, library));
  });
}

/** A template that is written inside a step has inputs of its own. */
function inTemplate(
  template: DataNode,
  outer: Scope,
  holder: Holder,
  library: Library,
): readonly MissingName[] {
  const scope = templateScope(outer, template, holder, library);
  const inline = callsIn(template).flatMap((call) => (call.get('inline').isMap ? [call.get('inline')] : []));
  const within = new Set(inline.map(({ value }) => value));
  return [
    ...missingNames(template, scope, ({ value }) => within.has(value)),
    ...inline.flatMap((one) =>
      missingNames(one, { ...templateScope(outer, one, holder, library), beside: undefined }),
    ),
  ];
}
