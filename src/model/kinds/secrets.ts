import type { Fact } from '../fact.ts';

/** What opens something: a setting that takes a password, key or token, or a text that can only be one. */
export interface CredentialFacts {
  /** It stands in the code as it is, for everyone who can read the code. */
  readonly literal: Fact<boolean>;
  /** It is kept where everyone who may look at the stack can read it: a parameter of a template that is not hidden. */
  readonly shown: Fact<boolean>;
}
