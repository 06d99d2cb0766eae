import { known, unknown, type ReceiverFacts, type SubjectOf } from '../../../model/index.ts';
import { channelNamed, hostOf, isExampleMail, isOpenAddress } from '../../../monitoring/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../../secrets/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { ContactPoint } from './read.ts';

/** What every installation has from the start: it writes to an address that nobody has. */
export const PRESET = 'grafana-default-email';

/** Facts of a contact point. It notifies someone when one of its ways is set up, and leads to more than examples. */
export function receiverFacts({ name, node, ways }: ContactPoint): ReceiverFacts {
  const settings = ways.map((way) => way.get('settings'));
  const mails = settings.flatMap(addressesOf);
  const examples = mails.filter(({ mail }) => isExampleMail(mail));
  const real = ways.find(
    (way) =>
      way.get('type').text !== undefined &&
      (way.get('settings').entries().length > 0 || way.get('valuesFrom').isList) &&
      addressesOf(way.get('settings')).every(({ mail }) => !isExampleMail(mail)),
  );
  return {
    name:
      name.text === undefined
        ? unknown('the contact point has no name', node.header)
        : known(name.text, name.at),
    notifies: known(real !== undefined, (real ?? node).header),
    channels: [...new Set(ways.flatMap((way) => way.get('type').text ?? []).map(channelNamed))],
    ways: [...new Set(ways.flatMap((way) => wayOf(way.get('type').text)))].sort(),
    openChannels: settings.flatMap((one) =>
      ['url', 'webhook', 'apiUrl', 'endpointUrl'].flatMap((key) => {
        const { text, at } = one.get(key);
        return text !== undefined && isOpenAddress(text) ? [known(`${hostOf(text)} without TLS`, at)] : [];
      }),
    ),
    leftOpen: ways.flatMap((way) => {
      const type = way.get('type').text;
      const off = way.get('disableResolveMessage');
      return off.value === true && type !== undefined && channelNamed(type) === 'pager'
        ? [known(type, off.at)]
        : [];
    }),
    exampleAddresses: examples.map(({ mail, from }) => known(mail, from.at)),
  };
}

function wayOf(type: string | undefined): readonly string[] {
  if (type === undefined) return [];
  return [type === 'oncall' ? 'grafana-oncall' : type.toLowerCase()];
}

function addressesOf(settings: DataNode): readonly { readonly mail: string; readonly from: DataNode }[] {
  const from = settings.get('addresses');
  return (from.text ?? '')
    .split(/[;,\n]/)
    .map((mail) => mail.trim())
    .filter((mail) => mail !== '')
    .map((mail) => ({ mail, from }));
}

/** What services call their keys. */
const KEYS = /^(?:integration|routing|service|user|api|access)_?key$/i;

/** Keys, tokens and passwords that stand in a contact point as they are. */
export function credentialsOf(
  { name, ways }: ContactPoint,
  path: string,
): readonly SubjectOf<'credential'>[] {
  const owner = `contact point ${name.text ?? ''}`;
  return ways.flatMap((way) =>
    ['settings', 'secureSettings'].flatMap((part) =>
      way
        .get(part)
        .entries()
        .filter(
          ([key, { text }]) =>
            text !== undefined &&
            (takesSecret(key) || KEYS.test(key)) &&
            text.length >= SHORTEST_SECRET &&
            !text.startsWith('$') &&
            isLiteralSecret(text),
        )
        .map(([key, { at }]): SubjectOf<'credential'> => ({
          kind: 'credential',
          id: `${path}:${owner}.${key}`,
          name: `${key} of ${owner}`,
          format: 'grafana',
          location: at,
          facts: { literal: known(true, at), shown: known(false, at) },
        })),
    ),
  );
}
