import type { GroovyFile } from '../../syntax/groovy/index.ts';

/** Discovery reads Groovy only in files that are named as Jenkins names its pipelines. */
export function detect({ body }: GroovyFile): boolean {
  return body.statements.some(({ value }) => value.kind === 'call' || value.kind === 'expression');
}
