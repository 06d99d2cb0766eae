import { elementsOf, readableText } from '../resource/lists.ts';
import type { Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

/** Images whose instances ask for session tokens unless told otherwise: those of Amazon Linux 2023. */
const ASKS = /al2023|amazon-linux-2023/i;

/** Where data sources say which image they look for. */
const NAMES: readonly string[] = ['name', 'name_regex'];

/** Does the image, as far as one can see where it comes from, make instances that ask for session tokens? */
export function asksForTokens(stack: Stack, image: Value): boolean {
  const source = stack.target(image);
  const named = NAMES.flatMap((name) => source?.get(name) ?? []);
  const filtered = source?.parts('filter').flatMap((filter) => filter.get('values') ?? []) ?? [];
  const texts = [image, ...named, ...filtered]
    .flatMap(elementsOf)
    .flatMap((value) => readableText(value) ?? []);
  // A parameter's reason says which image it is read from.
  const reason = image.kind === 'unknown' ? [image.reason] : [];
  return [...texts, ...reason].some((text) => ASKS.test(text));
}
