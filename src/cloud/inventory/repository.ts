import type { SubjectOf } from '../../model/index.ts';
import { boolSetting, type Settings } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './repositories.json' with { type: 'json' };

interface RepositoryRow {
  readonly types: readonly string[];
  /** Everyone can read it; GitHub's are public where nothing is said, those of others are not. */
  readonly public: Settings;
}

const ROWS: readonly RepositoryRow[] = table;

/** Places for code, of all hosts that are managed as code. */
export function repositories(stack: Stack): readonly SubjectOf<'repository'>[] {
  return ROWS.flatMap((row) =>
    row.types
      .flatMap((type) => stack.of(type))
      .map((resource) =>
        stack.subject('repository', resource, { public: boolSetting(resource, row.public) }),
      ),
  );
}
