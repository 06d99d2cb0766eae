import { isUnknown, known, unknown, type Fact } from '../../../model/index.ts';
import { chainOf, type Build } from './stages.ts';
import table from './users.json' with { type: 'json' };

const ROOT_IMAGES: ReadonlySet<string> = new Set(table.root);
/** Where the official images are kept, too. */
const MIRRORS =
  /^(?:docker\.io\/(?:library\/)?|index\.docker\.io\/(?:library\/)?|library\/|public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/library\/)/;
const ROOT = /^(?:root|0|containeradministrator)(?::|$)/i;
/** What its makers say of an image in its name. */
const OTHER = /nonroot|rootless|unprivileged|chiseled/i;

/** Does the image run as root? Its last `USER` tells, else the image that it starts from. */
export function runsAsRoot({ last, locate }: Pick<Build, 'last' | 'locate'>): Fact<boolean> {
  const chain = chainOf(last);
  for (const stage of chain) {
    const user = stage.instructions.filter(({ keyword }) => keyword === 'USER').at(-1);
    const [word] = user?.words ?? [];
    if (!user || !word) continue;
    const text = stage.fill(word.text);
    const at = locate(word.span);
    return 'text' in text ? known(ROOT.test(text.text), at) : unknown(text.missing, at);
  }
  const { image } = chain.at(-1) ?? {};
  if (!image) return unknown('it has no stage');
  if (isUnknown(image.value)) return unknown(image.value.unknown, image.at);
  if (OTHER.test(image.value)) return known(false, image.at);
  const name = image.value
    .replace(MIRRORS, '')
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '');
  if (ROOT_IMAGES.has(name)) return known(true, image.at);
  return unknown(`\`${image.value}\`, which it starts from, decides that`, image.at);
}
