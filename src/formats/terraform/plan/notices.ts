import type { Diagnostic } from '../../../source/index.ts';

/** What is told of a plan, whichever way it is written. */
export type Notice = Pick<Diagnostic, 'code' | 'level' | 'message'>;

export const DESTROYS: Notice = {
  code: 'terraform/plan-destroys',
  level: 'note',
  message: 'The plan only destroys, so it says nothing of what will be there.',
};

export const ERRORED: Notice = {
  code: 'terraform/plan-errored',
  level: 'warning',
  message: 'Planning failed, so what the plan has is not all that will be there.',
};

/** Of a version that we do not read, or not a plan at all. */
export const notRead = (message: string): Notice => ({
  code: 'terraform/plan-version',
  level: 'error',
  message,
});
