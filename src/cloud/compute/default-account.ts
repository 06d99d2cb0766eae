import { isUnknown, known, type Fact } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, text, type Part } from '../resource/part.ts';

/** https://cloud.google.com/compute/docs/access/service-accounts#default_service_account */
const ADDRESS = /^(?:default)?$|-compute@developer\.gserviceaccount\.com$/;
/** What Terraform asks Google for it by, or manages it with. */
const ASKED = /^(?:data\.)?google_(?:compute|project)_default_service_accounts?\./;

/** Google's default service account for machines: named as such, asked for, or no other named. */
export function defaultAccountOf(part: Part, attribute: string): Fact<boolean> {
  const address = text(part, attribute) ?? byDefault('', part);
  const value = part.get(attribute);
  if (!isUnknown(address.value)) return derive(address, (name) => ADDRESS.test(name));
  // `${data.google_project.it.number}-compute@developer.gserviceaccount.com`
  const last = value?.kind === 'unknown' ? value.parts?.at(-1) : undefined;
  if (typeof last === 'string' && ADDRESS.test(last)) return known(true, address.at, address.related);
  // What another resource makes is not the default one.
  return value?.reference === undefined
    ? derive(address, () => false)
    : known(ASKED.test(value.reference.address), address.at, address.related);
}
