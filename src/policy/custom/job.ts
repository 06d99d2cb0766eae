import type { InputSubject } from '../../model/index.ts';
import type { PolicyBuild } from '../compile/build.ts';
import type { PolicyFiles, TestRun } from '../compile/compiler.ts';
import type { EvaluationRequest } from '../evaluate/engine.ts';
import type { RuleEvaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import type { PolicyLibrary } from './library.ts';

/** A file of the package: what `worker.ts` becomes, whole in itself. */
export const WORKER_ASSET = 'policy/worker.js';

/** What the other thread is to do; its messages are what `Answers` says. */
export type Job = CompilerJob | EvaluationJob;

export interface CompilerJob {
  readonly task: 'compile' | 'test';
  readonly files: PolicyFiles;
  readonly library: PolicyLibrary;
  readonly compiler: WebAssembly.Module;
}

export interface EvaluationJob {
  readonly task: 'evaluate';
  readonly wasm: Uint8Array;
  /** Evaluated one by one, in this order. */
  readonly rules: readonly Rule[];
  /** A `CustomRequest` as JSON. */
  readonly request: string;
}

/** What to evaluate on, as it crosses to the thread. */
export interface CustomRequest extends Omit<EvaluationRequest, 'rules' | 'subjects'> {
  readonly subjects: readonly InputSubject[];
}

/** A job's messages: the compiler's one answer; `ready`, and then what each rule said. */
export interface Answers {
  readonly compile: PolicyBuild;
  readonly test: TestRun;
  readonly evaluate: 'ready' | RuleEvaluation;
}
