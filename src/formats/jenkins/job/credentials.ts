import { isCloudKey } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { GroovyCall } from '../../../syntax/groovy/index.ts';
import { allCalls, argument, argumentsOf, locate, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import { settingsOf } from './scope.ts';

/** Bindings of keys that clouds give for long. */
const STATIC: ReadonlySet<string> = new Set(['azureServicePrincipal', 'amazonWebServicesCredentials', 'aws']);

/** How a stage proves who it is to a cloud: by keys from the store of credentials, or by a role of its agent. */
export function credentialsOf(stage: Stage, jenkinsfile: Jenkinsfile): Fact<'federated' | 'static' | 'none'> {
  const { file, body } = stage;
  const calls = [...stage.around, ...(body ? allCalls(body) : [])];
  const bound = calls.find(bindsKey);
  if (bound) return known('static', locate(file, bound.nameSpan));
  const key = settingsOf(stage, jenkinsfile).find(({ name, secret }) => secret && isCloudKey(name));
  if (key) return known('static', key.at);
  const role = calls.find(({ name, args }) => name === 'withAWS' && args.some((one) => one.name === 'role'));
  return role ? known('federated', locate(file, role.nameSpan)) : known('none', locate(file, stage.header));
}

function bindsKey(call: GroovyCall): boolean {
  const { name, called } = call;
  if (!called) return false;
  if (name === 'withAWS') return argument(call, 'credentials') !== undefined;
  if (name === 'withCredentials') {
    const list = argument(call, 'value') ?? call.args[0]?.value;
    const items = list?.kind === 'list' ? list.items : [];
    return items.some(({ value }) =>
      value.kind === 'list'
        ? value.items.some((one) => one.name === '$class' && textOf(one.value)?.includes('AmazonWebServices'))
        : false,
    );
  }
  if (STATIC.has(name)) return argumentsOf(call).some((one) => one.name === 'credentialsId');
  const variable = textOf(argument(call, 'variable'));
  return variable !== undefined && argument(call, 'credentialsId') !== undefined && isCloudKey(variable);
}
