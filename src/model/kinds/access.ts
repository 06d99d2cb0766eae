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

/** A CODEOWNERS file: who owns which paths of a repository. */
export interface CodeOwnersFacts {
  readonly path: string;
  /** The folder that its patterns are about, relative to the scan's root; empty for the root itself. */
  readonly root: string;
  readonly system: Fact<'github' | 'gitlab'>;
  /** In the order of the file; none where another file of the repository goes before it. */
  readonly entries: readonly CodeOwnersEntryFacts[];
  /** What is skipped in silence, or never counts. A sentence without its end: "`/docs` names nobody". */
  readonly mistakes: readonly { readonly problem: Fact<string> }[];
  /** Files through which one changes what is delivered, and how. Joined. */
  readonly guarded: readonly GuardedFacts[];
}

export interface CodeOwnersEntryFacts {
  readonly pattern: Fact<string>;
  /** What it matches has no owner by its section. */
  readonly excludes: boolean;
  /** As they are called there: `@shop/platform`. */
  readonly owners: Fact<readonly string[]>;
  /** Sections are lists of their own; -1 is the list above the first. */
  readonly section: number;
}

export interface GuardedFacts {
  readonly type: 'pipeline' | 'infrastructure' | 'plan' | 'procedure';
  readonly path: Fact<string>;
  /** Whoever may approve a change of it; none where no line says so. */
  readonly owners: Fact<readonly string[]>;
}
