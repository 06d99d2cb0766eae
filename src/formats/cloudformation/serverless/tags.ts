import type { Value } from '../../../cloud/index.ts';
import { list, object, text } from './make.ts';

/** SAM takes tags as a map. */
export function tagsOf(tags: Value | undefined): Value | undefined {
  if (!tags || !('entries' in tags)) return tags;
  const items = [...tags.entries].map(([key, value]) =>
    object(value.at, { Key: text(value.at, key), Value: value }),
  );
  return list(tags.at, items);
}
