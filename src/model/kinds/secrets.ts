import type { Fact } from '../fact.ts';

/** What opens something: a setting that takes a password, key or token, or a text that can only be one. */
export interface CredentialFacts {
  /** It stands in the code as it is, for everyone who can read the code. */
  readonly literal: Fact<boolean>;
  /** It is kept where everyone who may look at the stack can read it: a parameter of a template that is not hidden. */
  readonly shown: Fact<boolean>;
}

/** A secret by its name, and where it is kept. */
export interface KeptSecretFacts {
  /** In the plan's words: `aws-secrets-manager`, `vault`. */
  readonly system: string;
  readonly title: Fact<string | null>;
  /** Days after which it is replaced by itself; `null` where nothing does that. */
  readonly rotationDays: Fact<number | null>;
}
