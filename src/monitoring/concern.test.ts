import { expect, it } from 'vitest';
import { concernOf } from './concern.ts';

it.each([
  ['A', 'kube_node_status_condition{condition="Ready",status="true"} == 0', 'nodes'],
  ['A', 'up{job="node-exporter"} == 0', 'nodes'],
  ['InstanceDown', 'up == 0', 'nodes'],
  ['HostOutOfDiskSpace', 'x < 10', 'disks'],
  ['A', 'node_filesystem_avail_bytes / node_filesystem_size_bytes < 0.1', 'disks'],
  ['A', 'kubelet_volume_stats_available_bytes < 1', 'disks'],
  ['LowStorage', 'AWS/RDS FreeStorageSpace < 1000', 'disks'],
  ['A', 'metric.type = "cloudsql.googleapis.com/database/disk/utilization"', 'disks'],
  ['A', 'metric.type = "compute.googleapis.com/instance/disk/read_bytes_count"', undefined],
  ['BackupDiskFull', 'x > 90', 'disks'],
  ['A', 'probe_ssl_earliest_cert_expiry - time() < 86400', 'certificates'],
  ['KubeClientCertificateExpiration', 'x < 1', 'certificates'],
  ['A', 'time() - velero_backup_last_successful_timestamp > 86400', 'backups'],
  ['MgobBackupFailed', 'changes(mgob_scheduler_backup_total{status="500"}[1h]) > 0', 'backups'],
  ['A', 'kube_cronjob_status_last_successful_time{cronjob="db-backup"} < 1', 'backups'],
  ['Watchdog', 'vector(1)', 'heartbeat'],
  ['CassandraNodeDown', 'cassandra_up == 0', undefined],
  ['KubeAPIInstanceUnreachable', 'up{job="apiserver"} == 0', undefined],
  [
    'HaproxyHasNoAliveBackends',
    'haproxy_backend_active_servers + haproxy_backend_backup_servers == 0',
    undefined,
  ],
  ['FilesystemReadonly', 'node_filesystem_readonly == 1', undefined],
  ['CheckoutErrors', 'rate(http_requests_total{code="500"}[5m]) > 1', undefined],
])('%s with %s is about %s', (name, expression, concern) => {
  expect(concernOf({ name, expression, summary: '', conditional: true })).toBe(concern);
});

it('what is always true by mistake is no heartbeat', () => {
  const alert = { expression: 'x >= 0 or x < 0', summary: '', conditional: false };
  expect(concernOf({ ...alert, name: 'InvalidIndex' })).toBeUndefined();
  expect(concernOf({ ...alert, name: 'DeadMansSwitch' })).toBe('heartbeat');
});
