import { known, unknown, type SubjectOf } from '../../../model/index.ts';
import type { CloudFormationStack } from '../cloudformation-stack.ts';

/** One subject for the whole stack. */
export function stackSubjects(stack: CloudFormationStack): readonly SubjectOf<'stack'>[] {
  const { root } = stack.template;
  const at = root.entries()[0]?.[1].header ?? root.header;
  const subject = stack.subject(
    'stack',
    { address: '', at },
    {
      tool: 'cloudformation',
      path: stack.path,
      providers: ['aws'],
      toolVersion: known(null, at),
      regions: unknown('a template does not say in which region it is deployed', at),
      resourceCount: stack.resources.length,
      resources: stack.resources.map(({ address }) => address),
    },
  );
  return [{ ...subject, id: stack.path, name: stack.path }];
}
