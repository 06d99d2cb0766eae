import { known, unknown, type ReceiverFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

/** Facts of a receiver. */
export function receiverFacts(receiver: DataNode): ReceiverFacts {
  const name = receiver.get('name');
  const lists = notifierLists(receiver);
  const channel = lists.find((list) => list.items().some((entry) => entry.entries().length > 0));
  return {
    name:
      name.text === undefined
        ? unknown('the receiver has no name', receiver.header)
        : known(name.text, name.at),
    notifies: known(channel !== undefined, channel?.header ?? receiver.header),
    openChannels: lists
      .flatMap((list) => list.items().flatMap(openChannels))
      .map((node) => known(describe(node), node.at)),
  };
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
  const plain = addresses.filter(({ text }) => text?.startsWith('http://') === true && !isLocal(text));
  const unchecked = [notifier.get('http_config', 'tls_config'), notifier.get('tls_config')]
    .flatMap((tls) => [tls.get('insecure_skip_verify'), tls.get('insecureSkipVerify')])
    .filter(({ value }) => value === true);
  const mail = notifier.get('require_tls');
  return [...plain, ...unchecked, ...(mail.value === false ? [mail] : [])];
}

/** An address of this machine, of this cluster, or without a domain: a neighbor in the same network. */
function isLocal(url: string): boolean {
  const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(url)?.[1] ?? '';
  return (
    !host.includes('.') ||
    /^127\.|^\[|\.svc(?:\.|$)|\.cluster\.local$|\.local$/.test(host) ||
    /\{\{|\$/.test(host)
  );
}

function describe(node: DataNode): string {
  if (node.text !== undefined) return `${new URL('/', safe(node.text)).host} without TLS`;
  return node.label === 'require_tls' ? 'mail without TLS' : 'TLS without checking who answers';
}

function safe(url: string): string {
  return URL.canParse(url) ? url : 'http://an-address.invalid/';
}
