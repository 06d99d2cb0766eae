import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/** What answers requests: a load balancer's listener, a CDN, a domain of an API, a web app, or what decides their TLS. */
export interface EndpointFacts {
  readonly provider: CloudProvider | 'fly';
  /** It serves plain HTTP to the internet, instead of sending callers to HTTPS. */
  readonly plain: Fact<boolean>;
  /** The oldest version of TLS that it accepts, 1.2; 0 for SSL; null where it ends no TLS, or cannot be told how. */
  readonly oldestTls: Fact<number | null>;
  /** It accepts ciphers without forward secrecy that one chose by name. */
  readonly weakCiphers: Fact<boolean>;
}

/** What requests pass: a load balancer, a CDN, a stage of an API. */
export interface GatewayFacts {
  readonly provider: CloudProvider;
  /** Each request is recorded; null where only some could be. */
  readonly logged: Fact<boolean | null>;
  /** Headers that are not valid HTTP are not passed on; null where it does not read headers. */
  readonly dropsInvalidHeaders: Fact<boolean | null>;
  /** A web application firewall looks at requests; null where that is not asked of it. */
  readonly firewalled: Fact<boolean | null>;
  /** What it fetches from behind it comes over TLS whenever callers use TLS; null where that is for others to say. */
  readonly originEncrypted: Fact<boolean | null>;
}

/** One method or route of an API. */
export interface ApiMethodFacts {
  readonly provider: CloudProvider;
  /** Callers must show who they are, or have a key. */
  readonly authenticated: Fact<boolean>;
}

/** An app or function app on a platform that runs code and offers ways in beside HTTP. */
export interface WebAppFacts {
  readonly provider: CloudProvider;
  /** Code can be sent over FTP without TLS. */
  readonly plainFtp: Fact<boolean>;
  readonly remoteDebugging: Fact<boolean>;
  /** Pages of every other site may call it in the name of whoever looks at them. */
  readonly anyOrigin: Fact<boolean>;
}

/** A zone of names. */
export interface DnsZoneFacts {
  readonly provider: CloudProvider;
  /** Answers are signed (DNSSEC); `null` for a private zone, or where nothing is said of that. */
  readonly signed: Fact<boolean | null>;
  /** They are signed with SHA-1. */
  readonly weakKeys: Fact<boolean>;
}

/** A certificate that servers show. */
export interface CertificateFacts {
  readonly provider: CloudProvider;
  /** The cloud replaces it in time without anybody's help. */
  readonly renewed: Fact<boolean>;
  /** Its key can be broken: RSA of less than 2048 bits; `null` where the key is made elsewhere. */
  readonly weakKey: Fact<boolean | null>;
}

/** A network, a subnet of one, or a project that gets one. */
export interface NetworkFacts {
  readonly provider: CloudProvider;
  /** Its connections are recorded; null where that is not possible, or said elsewhere. */
  readonly flowLogged: Fact<boolean | null>;
  /** Whatever starts in it gets an address of the internet. */
  readonly publicByDefault: Fact<boolean>;
  /** The security group of whatever names none allows something; null where there is no such thing. */
  readonly defaultGroupOpen: Fact<boolean | null>;
  /** It is the network that the provider makes for a start. */
  readonly providerDefault: Fact<boolean>;
}

/** A way out of a network. */
export interface RouteFacts {
  readonly provider: CloudProvider;
  /** CIDR blocks that it leads to, `0.0.0.0/0` for everywhere. */
  readonly destinations: Fact<readonly string[]>;
  /** It leads into another network that this one is joined with. */
  readonly overPeering: Fact<boolean>;
}

/** A security group or firewall by its name, with what it lets in. */
export interface SecurityGroupFacts {
  readonly provider: CloudProvider;
  /** `null` where it gets a name only when it is made. */
  readonly title: Fact<string | null>;
  /** Its own name in the code, without modules and keys. */
  readonly label: string;
  /** Subject ids of its network rules that are about what comes in. */
  readonly ingress: readonly string[];
}

/** Addresses of a network or of a subnet. */
export interface AddressSpaceFacts {
  readonly provider: CloudProvider;
  readonly of: 'network' | 'subnet';
  /** CIDR blocks. */
  readonly blocks: Fact<readonly string[]>;
}
