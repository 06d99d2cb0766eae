import { known, unknown, valueOf, type Fact } from '../../../model/index.ts';
import { elementsOf } from '../../resource/lists.ts';
import { partsOn, text, textOf, type Part } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import type { Value } from '../../resource/value.ts';
import type { Names } from './names.ts';

/** What the plan's selections take: by reference, or by tags that resources of the stack have. */
export function coversOf(stack: Stack, plan: Resource, names: Names): Fact<readonly string[]> {
  const covered = new Set<string>();
  const { type, plan: attribute, within } = names.selection;
  const selections = stack.attached(type, attribute, plan);
  for (const selection of selections.flatMap((each) => partsOn(each, within))) {
    if (selection.uncertain !== undefined)
      return unknown(selection.uncertain, selection.at, selection.related);
    const listed = selection.get(names.resources);
    for (const element of listed ? elementsOf(listed) : []) {
      const target = targetOf(stack, element);
      if (!target)
        return unknown('what the selection takes is not named by reference', element.at, selection.related);
      covered.add(`${stack.path}:${target.address}`);
    }
    for (const tag of selection.parts(names.tag.block)) {
      const taken = byTag(stack, tag, names.tag);
      if (taken === undefined)
        return unknown('what the selection takes is decided by tags', tag.at, tag.related);
      for (const address of taken) covered.add(`${stack.path}:${address}`);
    }
    if (selection.parts(names.conditions).length > 0) {
      return unknown('what the selection takes is decided by conditions', selection.at, selection.related);
    }
  }
  const place = selections[0] ?? plan;
  return known([...covered].sort(), place.at, place.related);
}

/** What a value refers to, also in the midst of an ARN: `arn:aws:dynamodb:eu-west-1:1:table/${Orders}`. */
function targetOf(stack: Stack, value: Value): Resource | undefined {
  const parts = value.kind === 'unknown' ? (value.parts ?? []) : [];
  const targets = [value, ...parts].flatMap((part) =>
    typeof part === 'string' ? [] : (stack.target(part) ?? []),
  );
  return targets.length === 1 ? targets[0] : undefined;
}

function byTag(stack: Stack, tag: Part, names: Names['tag']): readonly string[] | undefined {
  const key = text(tag, names.key);
  const value = text(tag, names.value);
  const [name, wanted] = [key && valueOf(key), value && valueOf(value)];
  if (name === undefined || wanted === undefined) return undefined;
  return stack.resources
    .filter(({ managed }) => managed)
    .filter((resource) => {
      const own = tagOf(resource, name);
      return own?.kind === 'string' && own.value === wanted;
    })
    .map(({ address }) => address);
}

/** Terraform has tags by name, CloudFormation mostly as a list of keys and values. */
export function tagOf(resource: Resource, name: string): Value | undefined {
  const [tags] = [...resource.parts('tags'), ...resource.parts('Tags')];
  const listed = resource.parts('Tags').find((tag) => {
    const key = tag.get('Key');
    return key && textOf(key) === name;
  });
  return listed?.get('Value') ?? tags?.get(name);
}
