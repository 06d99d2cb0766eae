import { known, unknown, type PipelineFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Variables } from './pipeline.ts';

/** As the facts of a pipeline have it. */
export type Mistake = PipelineFacts['mistakes'][number];

/** Something that the system refuses, or takes otherwise than it looks. */
export function mistakeOf(about: Mistake['about'], problem: string, at: Location): Mistake {
  return { about, problem: known(problem, at) };
}

/** A call that may be wrong, since what is called is not among the files; the reason finishes "unknown because …". */
export function uncheckedCall(reason: string, at: Location): Mistake {
  return { about: 'call', problem: unknown(reason, at) };
}

/**
 * Variables of a pipeline where parameters of these names do not exist: what is told by one of them is no version, even
 * where the name speaks of a commit.
 */
export function withoutParameters(variables: Variables, missing: readonly string[]): Variables {
  if (missing.length === 0) return variables;
  const names = missing.map((name) => name.replace(/[^\w\s-]/g, String.raw`\$&`)).join('|');
  const isMissing = new RegExp(String.raw`(?<=[.'"])(?:${names})(?![\w-])`);
  const unless = ({ source, flags }: RegExp): RegExp =>
    new RegExp(String.raw`^(?![^]*${isMissing.source})[^]*?(?:${source})`, flags);
  return {
    ...variables,
    fixed: unless(variables.fixed),
    branch: unless(variables.branch),
    whyOpen: (text) => {
      const name = isMissing.exec(text)?.[0];
      return name === undefined ? variables.whyOpen(text) : `there is no parameter \`${name}\``;
    },
  };
}
