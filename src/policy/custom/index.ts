import type { Cache } from '../../io/index.ts';
import type { PolicyBuild } from '../compile/build.ts';
import type { PolicyFiles, TestRun } from '../compile/compiler.ts';
import type { EvaluationRequest, PolicyAssets } from '../evaluate/engine.ts';
import type { Evaluation } from '../evaluation.ts';
import { WORKER_ASSET } from './job.ts';

type Asset = (name: string) => Uint8Array;

/** See `custom.ts`, which only those runs load that have policies of their own. */
export async function compileCustomPolicies(
  files: PolicyFiles,
  asset: Asset,
  cache: Cache,
): Promise<PolicyBuild> {
  return (await import('./custom.ts')).compileCustomPolicies(files, asset, cache);
}

export async function testCustomPolicies(files: PolicyFiles, asset: Asset): Promise<TestRun> {
  return (await import('./custom.ts')).testCustomPolicies(files, asset);
}

export async function evaluateCustomPolicies(
  assets: PolicyAssets,
  request: EvaluationRequest,
  asset: Asset,
): Promise<Evaluation> {
  const source = new TextDecoder().decode(asset(WORKER_ASSET));
  return (await import('./engine.ts')).evaluateCustomPolicies(source, assets, request);
}
