import { known, unknown, type Fact } from '../../../model/index.ts';
import type { SourceFile } from '../../../source/index.ts';
import type { GroovyCall, GroovyValue } from '../../../syntax/groovy/index.ts';
import { argument, callsOf, locate } from '../read/nodes.ts';

/**
 * Does an `input`, step or section, say who may answer? Without `submitter` everyone may who may start the job
 * (https://www.jenkins.io/doc/pipeline/steps/pipeline-input-step/). What the pipeline is told of who did, it may judge.
 */
export function approversOf(file: SourceFile, input: GroovyCall): Fact<boolean> {
  const setting = (name: string): GroovyValue | undefined => {
    const stated = callsOf(input.body).find((call) => call.name === name);
    return argument(input, name) ?? (stated && argument(stated, 'value'));
  };
  const submitter = setting('submitter');
  if (submitter) {
    const nobody = submitter.kind === 'string' && submitter.text.trim() === '';
    return known(!nobody, locate(file, submitter));
  }
  const told = setting('submitterParameter');
  if (told) return unknown('the pipeline is told who answered, and may judge that', locate(file, told));
  return known(false, locate(file, input.nameSpan));
}
