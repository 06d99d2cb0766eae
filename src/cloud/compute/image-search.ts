import { known, type Fact, type SubjectOf } from '../../model/index.ts';
import { byDefault, textOf, wayTo } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Filters that say whose images count. */
const OWNERS: readonly string[] = ['owner-id', 'owner-alias', 'image-id'];

/** Where an image is searched for by name; the other clouds ask for a project or publisher. */
export function imageSearches(stack: Stack): readonly SubjectOf<'image-search'>[] {
  return ['data.aws_ami', 'data.aws_ami_ids'].flatMap((type) =>
    stack
      .of(type)
      .map((search) =>
        stack.subject('image-search', search, { provider: 'aws', ownersNamed: ownersNamed(search) }),
      ),
  );
}

function ownersNamed(search: Resource): Fact<boolean> {
  const owners = search.get('owners');
  if (owners && isSet(search, 'owners')) return known(true, owners.at, wayTo(owners, search));
  const filters = search.parts('filter');
  const open = filters.find(({ uncertain }) => uncertain !== undefined);
  const filter = filters.find((each) => {
    const name = each.get('name');
    return name !== undefined && OWNERS.includes(textOf(name) ?? '');
  });
  return filter ? byDefault(true, filter) : byDefault(false, open ?? search);
}
