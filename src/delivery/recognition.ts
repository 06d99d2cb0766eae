import type { RollbackMechanism } from '../model/index.ts';
import { testDetail } from './detail.ts';
import type { ActionEntry, CommandEntry, Deployed, Purpose } from './table.ts';

/** What a command or an action was recognized as. */
export interface Recognition {
  readonly kind: Purpose;
  /** As `StageFacts.detail`; empty where a kind has none. */
  readonly detail: string;
  /** What was recognized, in a few words: `kubectl apply`. */
  readonly by: string;
  /** What findings or a failed test do: end it with an error, nothing, or what a server was told. */
  readonly failure: 'fails' | 'never' | 'outside';
  readonly deploys: Deployed | undefined;
  /** It waits until what it deployed is healthy. */
  readonly verifies: boolean;
  readonly rollback: { readonly mechanism: RollbackMechanism; readonly automatic: boolean } | undefined;
  /** Counts only in a failure path, or in a job that is a rollback. */
  readonly onFailure: boolean;
  /** Counts only after a deploy. */
  readonly weak: boolean;
}

type Sort = Pick<CommandEntry | ActionEntry, 'kind' | 'detail'>;

/** Is it of a kind that was found already? What signs a provenance and lists the parts as well does two things. */
export function repeats(found: Sort, other: Sort): boolean {
  return found.kind === other.kind && (found.kind !== 'sign' || found.detail === other.detail);
}

export function recognition(
  entry: CommandEntry | ActionEntry,
  by: string,
  text: string,
  found: Partial<Recognition>,
): Recognition {
  const kind = entry.kind ?? 'none';
  return {
    kind,
    detail: entry.detail ?? (kind === 'test' ? testDetail(text) : ''),
    by,
    failure: entry.fails ?? 'fails',
    deploys: entry.deploys,
    rollback: entry.mechanism && { mechanism: entry.mechanism, automatic: entry.automatic ?? false },
    onFailure: false,
    weak: false,
    ...found,
    verifies: (entry.verifies ?? false) || (found.verifies ?? false),
  };
}

/** What the system's own words say, without a command or an action: an approval, a deploy by its name. */
export function plainRecognition(kind: Purpose, by: string, detail = ''): Recognition {
  return {
    kind,
    detail,
    by,
    failure: 'fails',
    deploys: undefined,
    verifies: false,
    rollback: undefined,
    onFailure: false,
    weak: false,
  };
}
