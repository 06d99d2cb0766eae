import type { EvaluatedModule } from '../evaluate/index.ts';

/** A module of which only the plan is known. */
export function emptyModule(path: string): EvaluatedModule {
  const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const none = new Map<string, never>();
  return {
    directory,
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
