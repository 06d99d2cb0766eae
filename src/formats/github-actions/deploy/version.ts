import { expressionsIn } from '../read/expression.ts';
import { outermost, type JobRun } from '../read/run.ts';

const FIXED =
  /\bgithub\.(?:sha|run_id|run_number|event\.release\.tag_name|event\.pull_request\.head\.sha|event\.workflow_run\.head_sha|event\.after)\b|outputs\.(?:[\w-]*digest|[\w-]*sha\d*|imageid)\b/i;
const BRANCH = /\bgithub\.(?:ref|ref_name|head_ref|base_ref|event\.repository\.default_branch)\b/;
const RELEASE = /^v?\d+\.\d+|(?:^|[-_.])v?\d+\.\d+\.\d+|^[0-9a-f]{7,64}$|-[0-9a-f]{7,40}$/i;

/**
 * Does a reference name one version for ever (`fixed`), whatever is newest (`moving`), or is that only known at run
 * time (`open`)? A text without `:` and `@` is a tag by itself.
 */
export function versionOf(reference: string, run: JobRun): 'fixed' | 'moving' | 'open' {
  if (reference.includes('@sha256:')) return 'fixed';
  const tag = tagOf(reference);
  if (FIXED.test(tag)) return 'fixed';
  if (BRANCH.test(tag)) return startsFromTags(run) ? 'fixed' : 'moving';
  if (expressionsIn(reference).length > 0 && tag === '') return 'open';
  if (/\$|`/.test(tag)) return 'open';
  return RELEASE.test(tag) ? 'fixed' : 'moving';
}

/** What stands after the image's name; empty when nothing does. A bare word is a tag. */
function tagOf(reference: string): string {
  const plain = reference.replace(/\$\{\{.*?\}\}/g, (expression) => expression.replaceAll(/[:/@]/g, '.'));
  const slash = plain.lastIndexOf('/');
  const colon = plain.indexOf(':', slash + 1);
  if (colon >= 0) return plain.slice(colon + 1);
  return slash < 0 ? plain : '';
}

/** Pushed tags and releases stay where they are. */
function startsFromTags(run: JobRun): boolean {
  const { triggers } = outermost(run).job.workflow;
  if (triggers.size === 0) return false;
  for (const [event, node] of triggers) {
    if (event === 'release') continue;
    const tags = event === 'push' && node.get('tags').exists && !node.get('branches').exists;
    if (!tags) return false;
  }
  return true;
}
