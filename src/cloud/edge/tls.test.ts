import { expect, test } from 'vitest';
import { tlsVersion } from './tls.ts';

test.each([
  ['SSLv3', 0],
  ['TLSv1', 1],
  ['TLSv1_2016', 1],
  ['1.0', 1],
  ['TLS_1_0', 1],
  ['ELBSecurityPolicy-2016-08', 1],
  ['ELBSecurityPolicy-FS-2018-06', 1],
  ['ELBSecurityPolicy-TLS13-1-0-2021-06', 1],
  ['AppGwSslPolicy20150501', 1],
  ['TLSv1.1_2016', 1.1],
  ['ELBSecurityPolicy-TLS-1-1-2017-01', 1.1],
  ['ELBSecurityPolicy-FS-1-1-2019-08', 1.1],
  ['AppGwSslPolicy20170401', 1.1],
  ['1.1', 1.1],
  ['TLSv1.2_2021', 1.2],
  ['TLSv1_2', 1.2],
  ['TLS12', 1.2],
  ['TLS_1_2', 1.2],
  ['ELBSecurityPolicy-TLS-1-2-Ext-2018-06', 1.2],
  ['ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', 1.2],
  ['SecurityPolicy_TLS13_1_2_2021_06', 1.2],
  ['SecurityPolicy_TLS12_PFS_2025_EDGE', 1.2],
  ['AppGwSslPolicy20170401S', 1.2],
  ['AppGwSslPolicy20220101', 1.2],
  ['SecurityPolicy_TLS13_1_3_2025_09', 1.3],
  ['TLSv1.3_2025', 1.3],
  ['my-own-policy', undefined],
])('the oldest version that %s allows is %s', (name, version) => {
  expect(tlsVersion(name)).toBe(version);
});
