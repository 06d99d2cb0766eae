import type { InfrastructureConcern } from '../model/index.ts';
import { inWords } from './words.ts';

/** What is known of an alert, whatever system evaluates it. */
export interface AlertText {
  readonly name: string;
  /** Empty where it is not known. */
  readonly expression: string;
  readonly summary: string;
  /** It can be true or not; `undefined` where that is not known. */
  readonly conditional: boolean | undefined;
}

/** Longer expressions are looked at from their start. */
const LONGEST = 20_000;

const CERTIFICATE =
  /cert\w{0,40}expir|ssl_earliest_cert_expiry|x509_cert_not_after|days_?to_?expiry|cert\w{0,30}_not_after|tls_\w{0,20}not_after/i;
const BACKUP =
  /(?:back_?up|snapshot)s?_(?:\w{1,30}_)?(?:last|age|success|fail|complet|status|error|time|since|total)|(?:last|age|failed|failures?|success|successful|since|missing)_(?:\w{1,30}_)?(?:back_?up|snapshot)|velero_backup|pgbackrest_|barman_|restic_|number_?of_?backup_?jobs_?failed|cronjob=~?"[^"]{0,60}backup/i;
/** In an expression: free or used room. Read-only disks, errors and how busy they are do not fill. */
const DISK =
  /(?:node_filesystem|kubelet_volume_stats|windows_logical_disk|container_fs|disk)_(?:\w{1,20}_)?(?:avail(?:able)?|free|used|usage|size|inodes|capacity|limit|percent)|free_?storage(?:_?space)?|disk_?space|volume_?bytes_?used|storage_percent|\bdisk_used_percent|percentage\.?used|\bdisk\/(?:utilization|percent_used)\b/i;
const NODE =
  /kube_node_status_condition|kube_node_spec_unschedulable|\bup\{[^}]{0,200}job=~?"[^"]{0,60}node[^"]{0,60}"|status_?check_?failed|\bnode_boot_time|\bmachine_up\b|vmavailabilitymetric/i;
/** Every target of the monitoring, so the machines too. */
const EACH_TARGET = /\bup\s{0,10}(?:\{\s{0,10}\})?\s{0,10}(?:==|!=|<)|count\s{0,10}\(\s{0,10}up\b/;

const NAMES: readonly (readonly [InfrastructureConcern, RegExp])[] = [
  ['heartbeat', /\b(?:watchdog|dead ?man\w*|heartbeat|always firing)\b/],
  ['certificates', /\b(?:certificates?|certs?|tls|ssl)\b.{1,40}\b(?:expir\w*|renew\w*|not after)\b/],
  [
    'disks',
    /\b(?:disks?|filesystems?|volumes?|persistent ?volumes?|storage|inodes?)\b.{1,40}\b(?:full|fill\w*|space|low|usage|used|free|out|almost|exhaust\w*|capacity)\b|\bout of disk\b|\blow disk\b/,
  ],
  ['backups', /\bbackups?\b/],
  [
    'nodes',
    /^(?:kube(?:rnetes)? |prometheus )?(?:nodes?|hosts?|instances?|machines?|servers?|vms?|targets?)\b.{1,30}\b(?:down|not ready|unready|unreachable|unavailable|offline|missing|lost|gone)\b/,
  ],
];

/** Which part of the infrastructure an alert watches; `undefined` for none of these. */
export function concernOf(alert: AlertText): InfrastructureConcern | undefined {
  const expression = alert.expression.slice(0, LONGEST);
  const name = inWords(alert.name.slice(0, 500));
  const named = NAMES.find(([, words]) => words.test(name))?.[0];
  // What is always true on purpose tells by its silence that the alerting itself is gone.
  if (
    (alert.conditional === false && named === 'heartbeat') ||
    /^\s{0,20}vector\s{0,10}\(\s{0,10}1\s{0,10}\)\s{0,20}$/.test(expression)
  )
    return 'heartbeat';
  if (CERTIFICATE.test(expression)) return 'certificates';
  if (BACKUP.test(expression)) return 'backups';
  if (DISK.test(expression)) return 'disks';
  if (NODE.test(expression) || EACH_TARGET.test(expression)) return 'nodes';
  return named === 'heartbeat' ? undefined : named;
}
