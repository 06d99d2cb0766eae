import type { GroovyFile } from '../../syntax/groovy/index.ts';
import { allCalls, section } from './read/nodes.ts';

/** Discovery reads Groovy only where Jenkins has its pipelines; in their folders scripts of other kinds stand, too. */
export function detect({ file, body }: GroovyFile): boolean {
  if (/jenkinsfile[^/]*$/i.test(file.path)) {
    return body.statements.some(({ value }) => value.kind === 'call' || value.kind === 'expression');
  }
  if (section(body, 'pipeline')?.body) return true;
  const outer = section(body, 'node') ?? section(body, 'podTemplate') ?? section(body, 'timestamps');
  return outer?.body !== undefined && allCalls(outer.body).some(({ name }) => name === 'stage');
}
