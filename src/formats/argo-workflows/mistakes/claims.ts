import { submittedBy, templateOf, type Holder, type Library } from '../read/workflow.ts';
import { mistakesOf, type Mistakes } from './mistakes.ts';
import { callsIn } from './scope.ts';

interface Known extends Mistakes {
  readonly runs: readonly Holder[];
}

/** Objects whose templates one runs, with those whose these run; nobody has as many. */
const MOST = 500;

/** Gives what is wrong with an object, and with all whose templates it runs, to the first that asks. */
export function createClaims(library: Library): (holder: Holder) => Mistakes {
  const claimed = new Set<Holder>();
  const known = new Map<Holder, Known>();
  const knownOf = (holder: Holder): Known => {
    const before = known.get(holder);
    if (before) return before;
    const own = { ...mistakesOf(holder, library), runs: runBy(holder, library) };
    known.set(holder, own);
    return own;
  };
  return (first) => {
    const holders = new Set([first]);
    for (const holder of holders) {
      if (holders.size > MOST) break;
      for (const other of knownOf(holder).runs) holders.add(other);
    }
    const fresh = [...holders].filter((holder) => !claimed.has(holder));
    for (const holder of fresh) claimed.add(holder);
    return {
      all: fresh.flatMap((holder) => knownOf(holder).all),
      parameters: [...new Set([...holders].flatMap((holder) => knownOf(holder).parameters))],
    };
  };
}

function runBy(holder: Holder, library: Library): readonly Holder[] {
  const submitted = submittedBy(holder, library);
  const called = [...holder.templates.values()].flatMap(callsIn).flatMap((call) => {
    if (!call.get('templateRef').isMap) return [];
    const found = templateOf(call, holder, library);
    return 'node' in found ? [found.holder] : [];
  });
  return [...new Set([...(submitted ? [submitted] : []), ...called])];
}
