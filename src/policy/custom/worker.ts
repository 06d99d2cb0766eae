import { parentPort, workerData } from 'node:worker_threads';
import { createPolicyEngine } from '../evaluate/engine.ts';
import { compileWithLibrary, testWithLibrary } from './compile.ts';
import type { Answers, CustomRequest, EvaluationJob, Job } from './job.ts';

/** The thread's program; what it throws ends it, and the other side is told. */
void work(workerData as Job); // given by `onThread`

async function work(job: Job): Promise<void> {
  if (job.task === 'evaluate') await evaluate(job);
  else if (job.task === 'compile') send(await compileWithLibrary(job));
  else send(await testWithLibrary(job));
}

/** Rules one by one, so that the other side knows which one never answers. */
async function evaluate({ wasm, rules, request: text }: EvaluationJob): Promise<void> {
  const given = JSON.parse(text) as CustomRequest; // written by `evaluateCustomPolicies`
  const request = { ...given, subjects: given.subjects.map((input) => ({ ...input, input: () => input })) };
  const engine = await createPolicyEngine({ wasm, rules });
  send('ready');
  for (const { id, appliesTo, uses } of rules) {
    const kinds = new Set(['plan', ...appliesTo, ...uses]);
    const subjects = request.subjects.filter(({ kind }) => kinds.has(kind));
    const evaluation = engine.evaluate({ ...request, subjects, rules: [id] }).get(id);
    if (evaluation) send(evaluation);
  }
}

function send(message: Answers[Job['task']]): void {
  parentPort?.postMessage(message);
}
