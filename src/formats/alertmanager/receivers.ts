import { known, unknown, type Fact, type ReceiverFacts } from '../../model/index.ts';
import { channelNamed, hostOf, isExampleMail, isOpenAddress } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';

/** Facts of a receiver. */
export function receiverFacts(receiver: DataNode): ReceiverFacts {
  const name = receiver.get('name');
  const lists = notifierLists(receiver);
  const channel = lists.find(isUsed);
  return {
    name:
      name.text === undefined
        ? unknown('the receiver has no name', receiver.header)
        : known(name.text, name.at),
    notifies: known(channel !== undefined, channel?.header ?? receiver.header),
    channels: [...new Set(lists.filter(isUsed).map(({ label }) => channelNamed(plainName(label))))],
    ways: waysOf(lists),
    openChannels: lists
      .flatMap((list) => list.items().flatMap(openChannels))
      .map((node) => known(describe(node), node.at)),
    leftOpen: lists
      .filter(({ label }) => channelNamed(plainName(label)) === 'pager')
      .flatMap((list) => list.items().flatMap((entry) => leftOpen(plainName(list.label), entry))),
    exampleAddresses: lists
      .flatMap((list) => list.items().map((entry) => entry.get('to')))
      .flatMap(({ text, at }) => (text !== undefined && isExampleMail(text) ? [known(text, at)] : [])),
  };
}

function isUsed(list: DataNode): boolean {
  return list.items().some((entry) => entry.entries().length > 0);
}

function waysOf(lists: readonly DataNode[]): readonly string[] {
  const names = lists.filter(isUsed).map(({ label }) => plainName(label));
  return [...new Set(names.map((name) => name.toLowerCase().replaceAll('_', '')))].sort();
}

/** `pagerduty_configs` is `pagerduty`. */
function plainName(label: string): string {
  return label.replace(/_?configs$/i, '');
}

/** A pager is told when an alert is over unless a setting says otherwise. */
function leftOpen(pager: string, entry: DataNode): readonly Fact<string>[] {
  return ['send_resolved', 'sendResolved']
    .map((key) => entry.get(key))
    .filter(({ value }) => value === false)
    .map(({ at }) => known(pager, at));
}

/** `slack_configs`, `slackConfigs` and the like. */
function notifierLists(receiver: DataNode): readonly DataNode[] {
  return receiver
    .entries()
    .filter(([key]) => /_configs$|Configs$/.test(key))
    .map(([, list]) => list);
}

/** Addresses without TLS, and TLS that checks nobody; what stays on this machine is left out. */
function openChannels(notifier: DataNode): readonly DataNode[] {
  const addresses = ['url', 'api_url', 'apiURL', 'webhook_url'].map((key) => notifier.get(key));
  const plain = addresses.filter(({ text }) => text !== undefined && isOpenAddress(text));
  const unchecked = [notifier.get('http_config', 'tls_config'), notifier.get('tls_config')]
    .flatMap((tls) => [tls.get('insecure_skip_verify'), tls.get('insecureSkipVerify')])
    .filter(({ value }) => value === true);
  const mail = notifier.get('require_tls');
  return [...plain, ...unchecked, ...(mail.value === false ? [mail] : [])];
}

function describe(node: DataNode): string {
  if (node.text !== undefined) return `${hostOf(node.text)} without TLS`;
  return node.label === 'require_tls' ? 'mail without TLS' : 'TLS without checking who answers';
}
