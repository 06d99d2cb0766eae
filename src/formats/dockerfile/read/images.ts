import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Build } from './stages.ts';

/** Images of others that a build starts from or copies from. */
export function basesOf({ stages, locate }: Build): readonly { readonly image: Fact<string> }[] {
  const names = new Set(stages.flatMap(({ name, index }) => [name ?? String(index), String(index)]));
  return stages.flatMap((stage) => {
    const own = stage.parent || stage.image.value === 'scratch' ? [] : [{ image: stage.image }];
    const copied = stage.instructions.flatMap(({ flags, keyword }) => {
      const from = keyword === 'COPY' ? flags.find(({ name }) => name === 'from') : undefined;
      if (!from || names.has(from.value.toLowerCase()) || !/[:/.]/.test(from.value)) return [];
      const text = stage.fill(from.value);
      const at = locate(from.span);
      return [{ image: 'text' in text ? known(text.text, at) : unknown(text.missing, at) }];
    });
    return [...own, ...copied];
  });
}
