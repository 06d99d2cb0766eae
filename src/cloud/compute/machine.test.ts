import { expect, it } from 'vitest';
import { machineOf } from './machine.ts';

it.each([
  ['m6i.large', 2, 8],
  ['c7g.2xlarge', 8, 16],
  ['r5.24xlarge', 96, 768],
  ['t3.micro', 2, 1],
  ['Standard_D4s_v5', 4, 16],
  ['Standard_E8ds_v5', 8, 64],
  ['Standard_DS3_v2', 4, 14],
  ['Standard_B2ms', 2, 8],
  ['Standard_F8s_v2', 8, 16],
  ['e2-standard-4', 4, 16],
  ['n1-highmem-8', 8, 52],
  ['e2-medium', 2, 4],
  ['n2-custom-6-12288', 6, 12],
  ['custom-2-4096', 2, 4],
])('%s has %d cores and %d GiB', (type, cores, memoryGib) => {
  expect(machineOf(type)).toEqual({ cores, memoryGib });
});

it.each([
  'p4d.24xlarge',
  'm6i.metal',
  'Standard_E4-2s_v5',
  'Standard_E64_v3',
  'a2-highgpu-1g',
  'constructor',
  '',
])('says nothing of %s, which no table has', (type) => {
  expect(machineOf(type)).toBeUndefined();
});
