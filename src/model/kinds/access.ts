import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/** Where the users of an application sign in, or get credentials of the cloud. A fact is `null` where it is not asked there. */
export interface SignInFacts {
  readonly provider: CloudProvider;
  /** Whoever asks gets credentials, without signing in. */
  readonly anonymous: Fact<boolean | null>;
  /** Users can be asked for something beside their password. */
  readonly secondFactor: Fact<boolean | null>;
}

/** Something that one user of a cloud account is given for themselves. */
export interface UserGrantFacts {
  readonly provider: CloudProvider;
  /** Rights: a policy that is attached to the user, and not to a group or role. */
  readonly rights: Fact<boolean>;
  /** A password that someone else chose, and that the user may keep; `null` where no password is given. */
  readonly keepsPassword: Fact<boolean | null>;
  /** A key of the account's root user. */
  readonly rootKey: Fact<boolean>;
}

/** What passwords of the users of a cloud account must be. */
export interface PasswordPolicyFacts {
  readonly provider: CloudProvider;
  readonly minimumLength: Fact<number>;
}

/** What holds all accounts of an organization. */
export interface OrganizationFacts {
  readonly provider: CloudProvider;
  /** One audit trail may record all accounts; `null` where that is set elsewhere. */
  readonly trailAllowed: Fact<boolean | null>;
}

/** A role or an account of a program, which someone takes. */
export interface RoleFacts {
  readonly provider: CloudProvider;
  /** `null` where it gets a name only when it is made. */
  readonly title: Fact<string | null>;
  /** Subject ids of the policies in the files that say what it may do. */
  readonly policies: readonly string[];
  /** It may do more than these say, by policies that are not among the files. */
  readonly others: Fact<boolean>;
}
