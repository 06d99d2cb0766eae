import { known, type PipelineFacts } from '../../../model/index.ts';
import { takesSecret } from '../../../secrets/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { scriptOf } from '../activities/script.ts';
import type { PipelineRead } from '../read/pipeline.ts';
import type { View } from '../template/scope.ts';

type BareSecrets = PipelineFacts['bareSecrets'];

/** `##vso[task.setvariable variable=name;issecret=true]value`, the value as far as its line or its quotes go. */
const COMMAND = /##vso\[task\.setvariable\s{1,9}([^\]\n]{1,300})\]([^\n]{0,500})/gi;
/** What a value takes from elsewhere: `$TOKEN`, `$(token)`, `$env:TOKEN`, `%TOKEN%`. */
const FILLED = /[$%]/;
/** Names beside those that take a secret wherever they stand: nobody gives a script's output such a one otherwise. */
const NAME = /(?:^|[^a-z])(?:token|secret|pwd|pat|jwt|sas|connection_?string)$/i;
const CAMEL_NAME = /[a-z](?:Token|Secret|Pwd|Pat|Jwt|Sas|ConnectionString)$/;
/** Commands that give a secret, and what is made of those. */
const GIVES =
  /\baz\s+(?:account\s+get-access-token|keyvault\s+secret\s+show|storage\s+(?:account\s+keys\s+list|account\s+show-connection-string))|\bGet-AzKeyVaultSecret\b|\bvault\s+(?:kv\s+get|read)\b/i;

/**
 * Secrets that a script gives to later steps as a variable like any other: it becomes a variable of the environment of
 * each step that follows, and logs do not hide what the agent has not seen as a secret before
 * (<https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables>).
 */
export function openVariablesOf({ stages }: PipelineRead): BareSecrets {
  const steps = stages.flatMap(({ jobs }) => jobs).flatMap((job) => job.steps);
  const found = steps.flatMap(({ view }) => setIn(view));
  const places = new Map(
    found.map((one) => [`${one.secret.at?.file.path} ${one.secret.at?.span.start}`, one]),
  );
  return [...places.values()];
}

function setIn(step: View): BareSecrets {
  const node = scriptOf(step)?.view.target.node;
  if (!node?.text?.includes('##vso[')) return [];
  const placeOf = scalarPlaces(node);
  return [...node.text.matchAll(COMMAND)].flatMap(
    ({ 0: whole, 1: properties = '', 2: value = '', index }) => {
      const name = property(properties, 'variable');
      if (name === undefined || FILLED.test(name) || !FILLED.test(value)) return [];
      // One that the script decides may be true.
      if (/^(?:true|[^\n\r$%\u2028\u2029]*[$%].*)$/i.test(property(properties, 'issecret') ?? '')) return [];
      if (!namesSecret(name) && !GIVES.test(value)) return [];
      return [
        {
          how: 'variable',
          secret: known(name, placeOf({ start: index, end: index + whole.length - value.length })),
        },
      ];
    },
  );
}

function property(properties: string, name: string): string | undefined {
  for (const one of properties.split(';')) {
    const [key = '', value] = one.split('=', 2);
    if (key.trim().toLowerCase() === name) return value?.trim();
  }
  return undefined;
}

const namesSecret = (name: string): boolean => takesSecret(name) || NAME.test(name) || CAMEL_NAME.test(name);
