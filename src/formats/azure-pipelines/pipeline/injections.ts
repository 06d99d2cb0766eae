import { known, type Fact } from '../../../model/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { scriptOf } from '../activities/recognize.ts';
import type { PipelineRead } from '../read/pipeline.ts';

/** What someone outside the team can write: a commit's message and author, a fork's branch. */
const UNTRUSTED =
  /\$\(\s*(build\.sourceversionmessage|build\.sourceversionauthor|system\.pullrequest\.sourcebranch(?:name)?)\s*\)/gi;

/** Variables that an outsider controls and that are pasted into a script before the shell reads it. */
export function injectionsOf({ stages }: PipelineRead): readonly { readonly expression: Fact<string> }[] {
  const found = new Map<string, Fact<string>>();
  for (const { view } of stages.flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps))) {
    const node = scriptOf(view)?.view.target.node;
    const text = node?.text;
    if (node === undefined || !text?.includes('$(')) continue;
    const placeOf = scalarPlaces(node);
    for (const match of text.matchAll(UNTRUSTED)) {
      const at = placeOf({ start: match.index, end: match.index + match[0].length });
      const key = `${at.file.path} ${at.span.start}`;
      if (!found.has(key)) found.set(key, known(match[1] ?? '', at));
    }
  }
  return [...found.values()].map((expression) => ({ expression }));
}
