import type { Variables } from '../pipeline/pipeline.ts';

const RELEASE = /^v?\d+\.\d+|(?:^|[-_.])v?\d+\.\d+\.\d+|^[0-9a-f]{7,64}$|-[0-9a-f]{7,40}$/i;

/** Does a text hold what only a run of the pipeline, or the shell, knows? */
export function isOpen(text: string, { pattern }: Variables): boolean {
  return /[$`]/.test(text) || text.search(pattern) >= 0;
}

/**
 * Does a reference name one version for ever (`fixed`), whatever is newest (`moving`), or is that only known at run
 * time (`open`)? A text without `:` and `@` is a tag by itself.
 */
export function versionOf(reference: string, variables: Variables): 'fixed' | 'moving' | 'open' {
  if (reference.includes('@sha256:')) return 'fixed';
  const tag = tagOf(reference, variables);
  if (variables.fixed.test(tag)) return 'fixed';
  if (variables.branch.test(tag)) return variables.startsFromTags ? 'fixed' : 'moving';
  if (reference.search(variables.pattern) >= 0 && tag === '') return 'open';
  if (isOpen(tag, variables)) return 'open';
  return RELEASE.test(tag) ? 'fixed' : 'moving';
}

/** What stands after the image's name; empty when nothing does. A bare word is a tag. */
function tagOf(reference: string, { pattern }: Variables): string {
  const plain = reference.replace(pattern, (expression) => expression.replaceAll(/[:/@]/g, '.'));
  const slash = plain.lastIndexOf('/');
  const colon = plain.indexOf(':', slash + 1);
  if (colon >= 0) return plain.slice(colon + 1);
  return slash < 0 ? plain : '';
}
