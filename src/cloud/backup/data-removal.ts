import { valueOf, type SubjectOf } from '../../model/index.ts';
import { productionOf } from '../release/facts.ts';
import { bool, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** What holds data, its setting that takes the data with it, and what tells its name. */
const SETTINGS = [
  { type: 'aws_s3_bucket', setting: 'force_destroy', named: 'bucket' },
  { type: 'aws_backup_vault', setting: 'force_destroy', named: 'name' },
  { type: 'google_storage_bucket', setting: 'force_destroy', named: 'name' },
  { type: 'google_bigquery_dataset', setting: 'delete_contents_on_destroy', named: 'dataset_id' },
] as const;

/** What is said of data whose holder is deleted. Without the setting the cloud refuses that. */
export function dataRemovals(stack: Stack): readonly SubjectOf<'data-removal'>[] {
  return SETTINGS.flatMap(({ type, setting, named }) =>
    stack.of(type).flatMap((resource) => {
      const withContents = bool(resource, setting);
      if (!withContents || isSite(stack, resource) || staysByItself(resource)) return [];
      const name = text(resource, named);
      const names = [name && valueOf(name), resource.name];
      return stack.subject('data-removal', resource, {
        production: productionOf(stack, resource, names),
        withContents,
      });
    }),
  );
}

/** What a website shows is put there by each deploy, and can be again. */
function isSite(stack: Stack, resource: Resource): boolean {
  if (resource.parts('website').length > 0) return true;
  return stack.attached('aws_s3_bucket_website_configuration', 'bucket', resource, ['bucket']).length > 0;
}

/** Terraform refuses each plan that would delete it. */
function staysByItself(resource: Resource): boolean {
  return resource.parts('lifecycle').some((part) => bool(part, 'prevent_destroy')?.value === true);
}
