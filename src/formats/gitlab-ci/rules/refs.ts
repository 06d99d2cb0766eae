import type { Value } from '../read/value.ts';
import { both, either, holds, not, type Literals, type Truth } from './condition.ts';
import type { Context } from './context.ts';

/** Sources by the words of `only` and `except`. */
const SOURCES: Readonly<Record<string, string>> = {
  pushes: 'push',
  merge_requests: 'merge_request_event',
  schedules: 'schedule',
  web: 'web',
  api: 'api',
  triggers: 'trigger',
  pipelines: 'pipeline',
};

const ENTRIES = 200;

/**
 * Does a job without rules run, by its `only` and `except`? With neither it runs for branches and tags, unless
 * `workflow` says what starts pipelines.
 */
export function runsByRefs(
  job: Value,
  context: Context,
  inChild: boolean,
  literals: Literals,
  hasWorkflow: boolean,
): Truth {
  const only = job.get('only');
  const except = job.get('except');
  const byDefault = hasWorkflow ? [] : [!context.request];
  const wanted = only.exists ? conditions(only, context, inChild, literals) : byDefault;
  const unwanted = except.exists ? conditions(except, context, inChild, literals) : [];
  return both(wanted.reduce<Truth>(both, true), not(unwanted.reduce<Truth>(either, false)));
}

function conditions(node: Value, context: Context, inChild: boolean, literals: Literals): readonly Truth[] {
  if (!node.isMap) return [anyRef(node, context)];
  const found: Truth[] = [];
  const variables = node.get('variables');
  if (node.get('refs').exists) found.push(anyRef(node.get('refs'), context));
  if (variables.exists) {
    const truths = variables.texts().map((text) => holds(text, context, inChild, literals));
    found.push(truths.reduce<Truth>(either, false));
  }
  if (node.get('changes').exists || node.get('kubernetes').exists) found.push(undefined);
  return found;
}

function anyRef(refs: Value, context: Context): Truth {
  return refs
    .texts()
    .slice(0, ENTRIES)
    .map((ref) => isRef(ref.replace(/@.*$/, ''), context))
    .reduce<Truth>(either, false);
}

function isRef(ref: string, context: Context): Truth {
  const { source, branch, tag, request } = context;
  if (ref === 'branches') return branch !== undefined;
  if (ref === 'tags') return tag;
  if (Object.hasOwn(SOURCES, ref)) return SOURCES[ref] === source;
  if (/^(?:external|external_pull_requests|chat)$/.test(ref) || request) return false;
  // Tags that are meant by their whole name have a version in it.
  if (tag && !ref.startsWith('/') && !/\d/.test(ref)) return false;
  const quoted = ref.startsWith('/') ? ref : `"${ref}"`;
  const condition = `$CI_COMMIT_REF_NAME ${ref.startsWith('/') ? '=~' : '=='} ${quoted}`;
  return holds(condition, context, false, () => undefined);
}
