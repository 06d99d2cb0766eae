import type { Value } from '../../../cloud/index.ts';
import type { Declared } from '../evaluate/resource.ts';
import { entriesOf, itemsOf, list, made, object, referring, text, textOf, type Properties } from './make.ts';

/** Configurations that CodeDeploy has for functions; any other name is one of the template's own. */
const BUILT_IN = /^(?:AllAtOnce|Canary10Percent\d+Minutes|Linear10PercentEvery\d+Minutes?)$/;
const EVENTS = ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'];

/** How a function wants its versions to be deployed; none where that is switched off. */
export function preferenceOf(properties: Properties): Properties | undefined {
  const preference = entriesOf(properties.get('DeploymentPreference'));
  const enabled = preference.get('Enabled');
  const off = enabled?.kind === 'bool' ? !enabled.value : textOf(enabled)?.toLowerCase() === 'false';
  return preference.size === 0 || off ? undefined : preference;
}

/** The group of CodeDeploy that SAM makes of it, which goes back by itself. */
export function deploymentOf(declared: Declared, preference: Properties): Declared {
  const { at } = declared;
  const type = preference.get('Type');
  const name = textOf(type);
  const alarms = preference.get('Alarms');
  return made(declared, groupOf(declared), 'AWS::CodeDeploy::DeploymentGroup', {
    ApplicationName: referring(at, 'ServerlessDeploymentApplication'),
    DeploymentConfigName:
      type && name !== undefined && BUILT_IN.test(name)
        ? text(type.at, `CodeDeployDefault.Lambda${name}`)
        : type,
    DeploymentStyle: object(at, {
      DeploymentType: text(at, 'BLUE_GREEN'),
      DeploymentOption: text(at, 'WITH_TRAFFIC_CONTROL'),
    }),
    AutoRollbackConfiguration: object(at, {
      Enabled: text(at, 'true'),
      Events: list(
        at,
        EVENTS.map((event) => text(at, event)),
      ),
    }),
    AlarmConfiguration: alarms && alarmsOf(alarms),
    ServiceRoleArn: preference.get('Role'),
  });
}

function alarmsOf(alarms: Value): Value {
  const named = alarms.kind === 'unknown' ? alarms : list(alarms.at, itemsOf(alarms).map(alarmOf));
  return object(alarms.at, { Enabled: text(alarms.at, 'true'), Alarms: named });
}

function alarmOf(alarm: Value): Value {
  return object(alarm.at, { Name: alarm });
}

/** What the alias says of its deployment: the functions that test a version before and after it gets the traffic. */
export function updatePolicyOf(declared: Declared, preference: Properties): Value {
  const hooks = entriesOf(preference.get('Hooks'));
  const at = preference.get('Type')?.at ?? declared.at;
  const update = object(at, {
    DeploymentGroupName: referring(at, groupOf(declared)),
    BeforeAllowTrafficHook: hooks.get('PreTraffic'),
    AfterAllowTrafficHook: hooks.get('PostTraffic'),
  });
  return object(at, { CodeDeployLambdaAliasUpdate: update });
}

const groupOf = ({ address }: Declared): string => `${address}DeploymentGroup`;
