import { known, type PipelineFacts } from '../../../model/index.ts';
import type { GroovyCall } from '../../../syntax/groovy/index.ts';
import { settingsIn } from '../job/scope.ts';
import { allCalls, argument, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import { pastedInto } from './pasted.ts';

/** Steps that bind a file or its path, which is no secret. */
const FILES: ReadonlySet<string> = new Set(['file', 'zip', 'dockerCert', 'kubeconfigFile', 'configFile']);
/** What bindings call the variables that hold secrets; those of names and paths are others. */
const VARIABLES = ['variable', 'passwordVariable', 'passphraseVariable', 'secretKeyVariable'];
const PATH = /^(?:env\.)?(\w+)(?:\??\.(?:trim|toString)\(\))*$/;

/**
 * Secrets of Jenkins' store that Groovy puts into scripts: the shell gets them as text, so that whoever lists processes
 * sees them, and what they hold may run (<https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#string-interpolation>).
 */
export function pastedSecretsOf(jenkinsfile: Jenkinsfile): PipelineFacts['bareSecrets'] {
  const secrets = boundSecrets(jenkinsfile);
  if (secrets.size === 0) return [];
  return pastedInto(jenkinsfile).flatMap(({ expression, at }) => {
    const name = PATH.exec(expression)?.[1];
    if (name === undefined || !secrets.has(name)) return [];
    return [{ how: 'pasted', secret: known(expression, at) }];
  });
}

/** Variables that `credentials()` and `withCredentials` fill with secrets. */
function boundSecrets({ file, groovy }: Jenkinsfile): ReadonlySet<string> {
  const calls = allCalls(groovy.body);
  const stated = calls
    .filter(({ name, called }) => name === 'environment' && called)
    .flatMap(({ body }) => settingsIn(file, body))
    .flatMap(({ name, secret }) => (secret ? [name, `${name}_PSW`] : []));
  return new Set([...stated, ...calls.flatMap(variablesOf)]);
}

function variablesOf(call: GroovyCall): readonly string[] {
  if (!call.called || FILES.has(call.name) || argument(call, 'credentialsId') === undefined) return [];
  return VARIABLES.flatMap((name) => textOf(argument(call, name)) ?? []);
}
