import { directoryOf } from '../../paths.ts';
import type { EvaluatedModule } from '../evaluate/index.ts';

/** A module of which only the plan is known. */
export function emptyModule(path: string): EvaluatedModule {
  const none = new Map<string, never>();
  return {
    directory: directoryOf(path),
    resources: [],
    outputs: none,
    variables: none,
    terraformBlocks: [],
    providers: [],
    moduleCalls: [],
    diagnostics: [],
    isPlan: true,
  };
}
