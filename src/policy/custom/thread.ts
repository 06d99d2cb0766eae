import { Worker } from 'node:worker_threads';
import type { Answers, Job } from './job.ts';

/** How a thread came to its end: its work was done, a message did not come in time, or it broke. */
export type End = 'done' | 'late' | Error;

/**
 * Does a job on a thread of its own, which is ended when it sends nothing for too long: policies can loop for hours, and
 * nothing but the end of their thread stops them.
 * @param source text of `WORKER_ASSET`
 * @param limit milliseconds until the message after so many others
 */
export async function onThread<J extends Job>(
  source: string,
  job: J,
  limit: (received: number) => number,
  receive: (message: Answers[J['task']]) => void,
): Promise<End> {
  // The caller's flags and environment could change what the text of the thread means.
  const worker = new Worker(source, { eval: true, workerData: job, execArgv: [], env: {} });
  const end = await new Promise<End>((settle) => {
    let received = 0;
    const onLate = (): void => {
      worker.removeAllListeners('message'); // what comes while it is being ended came too late as well
      settle('late');
    };
    let timer = setTimeout(onLate, limit(received));
    worker.on('message', (message: Answers[J['task']]) => {
      clearTimeout(timer);
      received++;
      timer = setTimeout(onLate, limit(received));
      receive(message);
    });
    worker.on('error', settle);
    worker.on('exit', () => {
      clearTimeout(timer);
      settle('done');
    });
  });
  await worker.terminate();
  return end;
}
