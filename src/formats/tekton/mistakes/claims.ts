import type { Library, TektonObject } from '../read/objects.ts';
import { runBy, usedSteps } from '../read/tasks.ts';
import { mistakesOf, type Mistakes } from './mistakes.ts';

interface Known extends Mistakes {
  readonly runs: readonly TektonObject[];
}

/** Objects that one starts, with those that these start; nobody has as many. */
const MOST = 500;

/** Gives what is wrong with an object, and with all that it runs, to the first that asks. */
export function createClaims(library: Library): (object: TektonObject) => Mistakes {
  const bySpec = new Map<unknown, TektonObject>();
  for (const object of library.objects)
    if (!bySpec.has(object.spec.value)) bySpec.set(object.spec.value, object);
  const claimed = new Set<TektonObject>();
  const known = new Map<TektonObject, Known>();
  const knownOf = (object: TektonObject): Known => {
    const before = known.get(object);
    if (before) return before;
    const specs = [...runBy(object, library), ...usedSteps(object, library)];
    const runs = specs.flatMap((spec) => bySpec.get(spec.value) ?? []);
    const own = { ...mistakesOf(object, library), runs };
    known.set(object, own);
    return own;
  };
  return (first) => {
    const objects = new Set([first]);
    for (const object of objects) {
      if (objects.size > MOST) break;
      for (const other of knownOf(object).runs) objects.add(other);
    }
    const fresh = [...objects].filter((object) => !claimed.has(object));
    for (const object of fresh) claimed.add(object);
    return {
      all: fresh.flatMap((object) => knownOf(object).all),
      parameters: [...new Set([...objects].flatMap((object) => knownOf(object).parameters))],
    };
  };
}
