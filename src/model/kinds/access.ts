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
