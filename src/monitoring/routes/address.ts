/** Is it an address without TLS, of another machine than this one, outside this cluster and its own network? */
export function isOpenAddress(url: string): boolean {
  return url.startsWith('http://') && !isNearby(url);
}

/** An address of this machine, of this cluster, or without a domain: a neighbor in the same network. */
function isNearby(url: string): boolean {
  const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(url)?.[1] ?? '';
  return (
    !host.includes('.') ||
    /^127\.|^\[|\.svc(?:\.|$)|\.cluster\.local$|\.local$/.test(host) ||
    /\{\{|\$/.test(host)
  );
}

/** The host of an address, with its port. */
export function hostOf(url: string): string {
  return new URL('/', URL.canParse(url) ? url : 'http://an-address.invalid/').host;
}

/** Domains that are kept for examples: what is sent there reaches nobody. https://www.rfc-editor.org/rfc/rfc2606 */
const EXAMPLE = /@(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|invalid|test)>?\s*$/i;

/** What Grafana's first contact point is set to until someone changes it. */
const PRESET = /^<?example@email\.com>?$/i;

/** Is it a mail address that nobody has? */
export function isExampleMail(address: string): boolean {
  const text = address.trim().slice(-300);
  return EXAMPLE.test(text) || PRESET.test(text);
}
