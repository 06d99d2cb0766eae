import { scalarText } from '../../data-node.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import { versionOf } from '../../../delivery/index.ts';
import { actionName } from '../read/library.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { resolve } from '../read/values.ts';
import { variablesOf, whyOpen } from './variables.ts';

/** What the first step that fills the workspace puts there: the commit that started the run, another one, what was built. */
export function workspaceOf(run: JobRun): Fact<boolean> | undefined {
  const source = stepsOf(run).find((step) => sourceAction(step) !== undefined);
  if (!source) return undefined;
  const ref = source.node.get('with', 'ref');
  const text = scalarText(ref);
  if (sourceAction(source) === 'download' || text === undefined)
    return known(true, source.node.get('uses').at);
  const [value = ''] = resolve(text, scopeOf(run, source));
  const version = versionOf(value, variablesOf(run));
  return version === 'open' ? unknown(whyOpen(value, run), ref.at) : known(version === 'fixed', ref.at);
}

function sourceAction({ node }: Step): 'checkout' | 'download' | undefined {
  const uses = node.get('uses').text;
  const name = uses === undefined ? '' : actionName(uses).toLowerCase();
  if (name === 'actions/download-artifact') return 'download';
  return name === 'actions/checkout' ? 'checkout' : undefined;
}
