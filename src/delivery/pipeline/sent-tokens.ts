import { known, type PipelineFacts } from '../../model/index.ts';
import { commandName, parseShell, type ShellCommand } from '../../syntax/shell/index.ts';
import type { Script } from './script.ts';

/** How a system calls the tokens of its own that a run is given, and where those belong. */
export interface OwnTokens {
  /** Matches a token as scripts write it. */
  readonly token: RegExp;
  /** Matches the host that takes it. */
  readonly host: RegExp;
}

const SENDERS = new Set([
  'curl',
  'wget',
  'http',
  'https',
  'xh',
  'invoke-webrequest',
  'invoke-restmethod',
  'iwr',
  'irm',
]);
const URL = /^["']?https?:\/\/(?:[^/@$\s]*@)?(?<host>[\w.-]+)(?<rest>[^\s"']*)/i;
/** Services that give a key for a token, and ask its system whether it is good. */
const EXCHANGE =
  /^(?:sts\.|login\.microsoftonline\.|iamcredentials\.|vault\.|auth\.|login\.|token\.)|(?:^|\.)sigstore\.dev$/i;
const EXCHANGES = /\/(?:auth|login|oauth2?|tokens?|sts|exchange|api\/v\d)(?:[/?]|$)/i;
/** What the run itself may reach only. */
const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.)|\.(?:local|internal)$/i;

/** Commands of a script that send a run's own token to a host that is written out and is not the system's. */
export function sentTokensOf(
  { text, dialect, placeOf }: Pick<Script, 'text' | 'dialect' | 'placeOf'>,
  own: OwnTokens,
): PipelineFacts['sentTokens'] {
  if (!own.token.test(text) || !text.includes('://')) return [];
  return parseShell(text, dialect).commands.flatMap((command) => {
    const sent = sentBy(command, own);
    return sent ? [{ token: known(sent.token, placeOf(command.span)), host: sent.host }] : [];
  });
}

function sentBy({ words }: ShellCommand, own: OwnTokens): { token: string; host: string } | undefined {
  const [name = '', ...rest] = words.map(({ text }) => text);
  if (!SENDERS.has(commandName(name).toLowerCase())) return undefined;
  const token = rest.flatMap((word) => own.token.exec(word)?.[0] ?? [])[0];
  const url = rest.map((word) => URL.exec(word)?.groups).find((groups) => groups !== undefined);
  const host = url?.['host'];
  if (token === undefined || host === undefined || own.host.test(host)) return undefined;
  const trusted = EXCHANGE.test(host) || LOCAL.test(host) || EXCHANGES.test(url?.['rest'] ?? '');
  return trusted ? undefined : { token, host };
}
