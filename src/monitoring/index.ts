/** What expressions of monitoring systems watch, whoever wrote them: which services, and which signal of theirs. */
export { watchedServices } from './services.ts';
export type { Watched } from './services.ts';
export { expressionSignal, signalOf } from './signal.ts';
export type { AlertWords } from './signal.ts';
