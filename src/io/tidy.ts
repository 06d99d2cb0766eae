import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Frees at once what nothing refers to any more. Left alone, V8 lets garbage pile up as long as the heap has room to
 * grow, which it always has. Node gives no function for it but this one, which V8 makes for contexts that begin while
 * the flag is set (https://nodejs.org/api/v8.html#v8setflagsfromstringflags).
 */
export function tidyMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
