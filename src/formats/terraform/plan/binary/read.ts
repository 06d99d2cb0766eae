import type { Location } from '../../../../source/index.ts';
import type { Archive } from '../../../../syntax/zip/index.ts';
import type { EvaluatedModule, EvaluatedResource } from '../../evaluate/index.ts';
import { mergePlan } from '../merge/merge.ts';
import { emptyModule } from '../module.ts';
import { DESTROYS, ERRORED, notRead } from '../notices.ts';
import { withoutKeys, type ReadPlan, type TerraformPlan } from '../terraform-plan.ts';
import { embeddedModule } from './embedded.ts';
import { unpack } from './msgpack.ts';
import { plannedResource } from './resource.ts';
import { bytesIn, fieldsOf, numberIn, textIn, type Fields } from './protobuf.ts';
import { priorData } from './state.ts';

// https://github.com/hashicorp/terraform/blob/main/internal/plans/planproto/planfile.proto
const PLAN = { version: 1, changes: 3, errored: 20, complete: 26 };
const CHANGE = { deposed: 7, change: 9, address: 13 };
const VALUES = { action: 1, values: 2 };
const PACKED = 1;
const VERSION = 3;
/** No-op, create, read, update, both ways to replace: there is something afterwards, and it is told last. */
const KEPT: ReadonlySet<number> = new Set([0, 1, 2, 3, 6, 7]);
const DELETE = 5;

/** What a plan says as `terraform plan -out` writes it: the values, and the configuration that it was made of. */
export function readPlanArchive(archive: Archive): ReadPlan {
  const { path } = archive.file;
  const at = { file: archive.file, span: { start: 0, end: 0 } };
  const fields = fieldsOf(archive.entries.get('tfplan') ?? new Uint8Array());
  const code = embeddedModule(archive);
  if (!fields || !code || numberIn(fields, PLAN.version) !== VERSION) {
    const message = 'What this plan holds is not known here: it is of another version, or broken.';
    return { diagnostics: [{ ...notRead(message), path }] };
  }
  const changes = bytesIn(fields, PLAN.changes).map(fieldsOf);
  const resources = [...priorData(archive, at), ...changes.flatMap((change) => resourceOf(change, at) ?? [])];
  if (
    changes.some((change) => actionOf(change) === DELETE) &&
    !resources.some(({ mode }) => mode === 'managed')
  ) {
    return { diagnostics: [{ ...DESTROYS, path }] };
  }
  const failed = numberIn(fields, PLAN.errored) === 1;
  const plan: Omit<TerraformPlan, 'alone'> = {
    path,
    module: { ...emptyModule(path), resources },
    declared: declaredIn(code),
    complete: !failed && numberIn(fields, PLAN.complete) === 1,
  };
  return {
    plan: { ...plan, alone: mergePlan(code, plan) },
    diagnostics: [...code.diagnostics, ...(failed ? [{ ...ERRORED, path }] : [])],
  };
}

function actionOf(change: Fields | undefined): number {
  return numberIn(inner(change, CHANGE.change), VALUES.action);
}

function inner(fields: Fields | undefined, number: number): Fields | undefined {
  const bytes = bytesIn(fields, number).at(-1);
  return bytes && fieldsOf(bytes);
}

function resourceOf(change: Fields | undefined, at: Location): EvaluatedResource | undefined {
  const address = textIn(change, CHANGE.address) ?? '';
  const what = inner(change, CHANGE.change);
  if ((textIn(change, CHANGE.deposed) ?? '') !== '' || !KEPT.has(numberIn(what, VALUES.action)))
    return undefined;
  const packed = bytesIn(what, VALUES.values).at(-1);
  const bytes = packed && bytesIn(fieldsOf(packed), PACKED).at(-1);
  const value = bytes && unpack(bytes, at, address);
  return value && plannedResource(address, value, at);
}

function declaredIn({ resources, moduleCalls }: EvaluatedModule): TerraformPlan['declared'] {
  const declared = new Map<string, { readonly repeated: boolean }>();
  for (const { address, uncertain } of [...resources, ...moduleCalls]) {
    const repeated = uncertain !== undefined || address.endsWith(']');
    declared.set(withoutKeys(address), { repeated });
  }
  return declared;
}
