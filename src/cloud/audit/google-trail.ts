import { isUnknown, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { joined, textList } from '../resource/lists.ts';
import { byDefault, nothing, text, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

const TYPES: readonly string[] = [
  'google_project_iam_audit_config',
  'google_folder_iam_audit_config',
  'google_organization_iam_audit_config',
];

/** What Google calls all that it can record beside changes of settings, which it always does. */
const ACCESS: readonly string[] = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'];

/**
 * What a project, folder or organization of Google records of access.
 * https://cloud.google.com/logging/docs/audit/configure-data-access
 */
export function accessLogs(stack: Stack): readonly SubjectOf<'audit-trail'>[] {
  const own = TYPES.flatMap((type) => stack.of(type)).map((resource) =>
    stack.subject('audit-trail', resource, factsOf(resource, 'audit_log_config')),
  );
  const within = stack.of('data.google_iam_policy').flatMap((policy) =>
    policy.parts('audit_config').map((part, index) => {
      const address = `${policy.address}.audit_config[${index}]`;
      return stack.subject('audit-trail', { address, at: part.at }, factsOf(part, 'audit_log_configs'));
    }),
  );
  return [...own, ...within, ...unrecorded(stack)];
}

/** What gives a project its audit configuration: one service's, or all of its policy. */
const OF_PROJECT: readonly string[] = ['google_project_iam_audit_config', 'google_project_iam_policy'];
const ABOVE: readonly string[] = [
  'google_folder_iam_audit_config',
  'google_folder_iam_policy',
  'google_organization_iam_audit_config',
  'google_organization_iam_policy',
];

/** Projects that are made here and record no access, which Google leaves off: only what stands above one may do so. */
function unrecorded(stack: Stack): readonly SubjectOf<'audit-trail'>[] {
  if (ABOVE.some((type) => stack.of(type).length > 0)) return [];
  return stack
    .of('google_project')
    .filter((project) =>
      OF_PROJECT.every((type) => stack.attached(type, 'project', project, ['project_id', 'id']).length === 0),
    )
    .map((project) =>
      stack.subject('audit-trail', project, {
        ...factsOf(project, 'audit_log_config'),
        everyAction: inherited(project),
      }),
    );
}

function inherited(project: Resource): Fact<boolean> {
  if (!isSet(project, 'org_id') && !isSet(project, 'folder_id')) return byDefault(false, project);
  const why = 'what its folder and its organization record is not among the files';
  return unknown(why, project.at, project.related);
}

function factsOf(part: Part, block: string): SubjectOf<'audit-trail'>['facts'] {
  const logs = part.parts(block);
  return {
    provider: 'gcp',
    logging: byDefault(true, part),
    everyRegion: nothing(part),
    validated: nothing(part),
    ownKey: nothing(part),
    everyAction: everyAction(part, logs),
    exempted: joined(
      logs.flatMap((log) => textList(log, 'exempted_members') ?? []),
      part,
    ),
    unwatched: nothing(part),
  };
}

/** Null for what is about one service only: others may be recorded elsewhere. */
function everyAction(part: Part, logs: readonly Part[]): Fact<boolean | null> {
  const service = text(part, 'service') ?? byDefault('', part);
  if (isUnknown(service.value)) return unknown(service.value.unknown, service.at, service.related);
  if (service.value !== 'allServices') return nothing(part);
  const types = logs.map((log) => text(log, 'log_type') ?? byDefault('', log));
  const missing = ACCESS.filter((type) => !types.some((each) => valueOf(each) === type));
  const open = types.find((type) => isUnknown(type.value));
  if (missing.length > 0 && open && isUnknown(open.value))
    return unknown(open.value.unknown, open.at, open.related);
  return byDefault(missing.length === 0, part);
}
