/** What an address says about the way to it. */
export interface Address {
  readonly scheme: string | undefined;
  /** Without brackets, user and port; empty when none is given: `:4317`. */
  readonly host: string;
}

/** Reads `https://host:1/path`, `host:4317`, `:4317`, `[::1]:4317`, `unix:///run/x.sock`. */
export function readAddress(text: string): Address {
  const [, scheme, rest = text] = /^([a-z][a-z0-9+.-]{0,20}):\/\/(.*)$/is.exec(text) ?? [];
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const place = authority.slice(authority.lastIndexOf('@') + 1);
  const host = /^\[([^\]]*)\]/.exec(place)?.[1] ?? withoutPort(place);
  return { scheme: scheme?.toLowerCase(), host: host.toLowerCase() };
}

/** The port may be filled in later: `host:${PORT}`. */
function withoutPort(place: string): string {
  if (/^[0-9a-f]*:[0-9a-f]*:[0-9a-f:]*$/i.test(place)) return place;
  return place.replace(/:(?:\d*|\$\{[^}]*\}|\$\w+)$/, '');
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** An address of this machine or cluster, a name without a domain: nobody outside stands on the way. */
export function isNearby({ scheme, host }: Address): boolean {
  if (scheme === 'unix' || host.startsWith('unix:') || host === '') return true;
  if (LOOPBACK.test(host) || host.includes(':')) return LOOPBACK.test(host) || /^f[cd]|^fe80/.test(host);
  return !host.includes('.') || /\.svc$|\.svc\.|\.(?:local|internal|localhost)$/.test(host);
}

/** Does who listens there listen on every interface of the machine? */
export function isEveryInterface(text: string): boolean {
  const { scheme, host } = readAddress(text);
  return scheme !== 'unix' && ['', '0.0.0.0', '::', '*'].includes(host) && !text.startsWith('/');
}
