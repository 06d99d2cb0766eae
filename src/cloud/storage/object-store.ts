import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { awsStores } from './aws.ts';
import { azureStores } from './azure.ts';
import { googleStores } from './google.ts';

/** Buckets and storage accounts, each with what other resources say of it. */
export function objectStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  return [...awsStores(stack), ...azureStores(stack), ...googleStores(stack)];
}
