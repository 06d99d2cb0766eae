/** What expressions of monitoring systems watch, whoever wrote them: which services, and which signal of theirs. */
export { RUNBOOK_KEYS, SERVICE_LABELS, SIGNAL_KEYS, SUMMARY_KEYS } from './alert-keys.ts';
export { watchedServices } from './services.ts';
export type { Watched } from './services.ts';
export { alarmSignal, expressionSignal, signalOf } from './signal.ts';
export type { AlertWords } from './signal.ts';
export { labelPattern } from './label-pattern.ts';
export { isConditional } from './promql/conditional.ts';
export { comparedCounters } from './promql/counters.ts';
export { mayHave, resultLabels, type LabelSet } from './promql/labels.ts';
export { readPattern, type PatternReading } from './promql/patterns.ts';
export { typeErrors } from './promql/types.ts';
export { readTemplate, type LabelUse, type Template } from './template/read.ts';
export { concernOf, type AlertText } from './concern.ts';
export { hostOf, isExampleMail, isOpenAddress } from './routes/address.ts';
export { parseMatchers } from './routes/matchers.ts';
export type { RouteMatcher } from './routes/matchers.ts';
export { Shadows } from './routes/shadows.ts';
