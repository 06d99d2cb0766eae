import type { Diagnostic } from '../../../../source/index.ts';
import type { DataDocument } from '../../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../../data-node.ts';
import type { EvaluatedResource } from '../../evaluate/index.ts';
import { PlanConfiguration } from './configuration.ts';
import { providersOf, variablesOf } from './providers.ts';
import { resourcesOf } from './resources.ts';
import { emptyModule } from '../module.ts';
import { DESTROYS, ERRORED, notRead, type Notice } from '../notices.ts';
import { withoutKeys, type ReadPlan, type TerraformPlan } from '../terraform-plan.ts';

/** What a plan says; undefined, with the reason, where nothing can be said by it. */
export function readPlanJson(document: DataDocument): ReadPlan {
  const root = rootNode(document);
  const tell = (notice: Notice, node: DataNode): Diagnostic => ({
    ...notice,
    path: document.file.path,
    location: node.at,
  });
  const version = root.get('format_version');
  if (!/^[01]\./.test(version.text ?? '')) {
    const message = `Plans of format version ${version.text ?? ''} are not known here.`;
    return { diagnostics: [tell(notRead(message), version)] };
  }
  const configuration = new PlanConfiguration(root.get('configuration', 'root_module'));
  const resources = resourcesOf(root, configuration);
  const isDestroying = root.get('resource_changes').items().some(isDelete);
  if (isDestroying && !resources.some(({ mode }) => mode === 'managed')) {
    return { diagnostics: [tell(DESTROYS, root.get('resource_changes'))] };
  }
  const errored = root.get('errored');
  const failed = errored.value === true;
  const module = {
    ...emptyModule(document.file.path),
    resources,
    variables: variablesOf(root),
    providers: providersOf(root),
  };
  const plan = {
    path: document.file.path,
    module,
    alone: module,
    declared: declaredIn(configuration, resources),
    complete: !failed && root.get('complete').value !== false,
  };
  return { plan, diagnostics: failed ? [tell(ERRORED, errored)] : [] };
}

function isDelete(change: DataNode): boolean {
  return change.get('change', 'actions').texts().includes('delete');
}

/** Without a configuration, what is planned tells what was declared. */
function declaredIn(
  configuration: PlanConfiguration,
  resources: readonly EvaluatedResource[],
): TerraformPlan['declared'] {
  const declared = new Map<string, { readonly repeated: boolean }>(configuration.resources);
  for (const [address, { repeated }] of configuration.modules)
    if (address !== '') declared.set(address, { repeated });
  for (const { address } of resources)
    if (!declared.has(withoutKeys(address))) declared.set(withoutKeys(address), { repeated: false });
  return declared;
}
