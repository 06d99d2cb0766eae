/** Labels and tags by which people name the service, most telling first. */
export const SERVICE_KEYS: readonly string[] = ['service', 'service_name', 'app', 'application', 'component'];

/** Labels of an alert that name the service; a job names what is asked, which often is the service. */
export const SERVICE_LABELS: readonly string[] = [...SERVICE_KEYS, 'job'];

/** Labels and annotations of an alert that name the signal. */
export const SIGNAL_KEYS: readonly string[] = ['signal', 'sli', 'golden_signal', 'sloth_slo', 'slo'];

/** Annotations of an alert that name its runbook. */
export const RUNBOOK_KEYS: readonly string[] = [
  'runbook_url',
  'runbook',
  'runbook_uri',
  'runbookUrl',
  'runbook_link',
];

/** Annotations of an alert that say in words what it is about. */
export const SUMMARY_KEYS: readonly string[] = ['summary', 'message', 'description'];
