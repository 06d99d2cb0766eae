import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { subjectsOf } from '../testing/screen.ts';

async function open(line: string, key = 'bash'): Promise<string[]> {
  const text = `trigger: [main]\nsteps:\n- ${key}: |\n    ${line}\n`;
  const subjects = await subjectsOf({ 'azure-pipelines.yml': text });
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.bareSecrets.map(({ how, secret }) => `${how} ${show(secret)}`) : [],
  );
}

const set = (properties: string, value: string): string =>
  `echo "##vso[task.setvariable ${properties}]${value}"`;

it.each([
  [set('variable=dbPassword', '$PASSWORD'), ['variable dbPassword @4:11']],
  [set('variable=token;isoutput=true', '$(generated)'), ['variable token @4:11']],
  [set('variable=ARM_SAS', '%SAS%'), ['variable ARM_SAS @4:11']],
  [set('variable=it', '$(az account get-access-token -o tsv)'), ['variable it @4:11']],
  [set('variable=token;issecret=true', '$TOKEN'), []],
  [set('variable=token; isSecret = True', '$TOKEN'), []],
  [set('variable=token;issecret=$HIDE', '$TOKEN'), []],
  [set('variable=token;issecret=false', '$TOKEN'), ['variable token @4:11']],
  [set('variable=hasToken', 'true'), []],
  [set('variable=tokenExpiry', '$EXPIRY'), []],
  [set('variable=$NAME', '$TOKEN'), []],
  [set('variable=version', '$VERSION'), []],
])('knows which variable should be a secret: %s', async (line, expected) => {
  expect(await open(line)).toEqual(expected);
});

it('reads PowerShell as well', async () => {
  const line = 'Write-Host "##vso[task.setvariable variable=clientSecret]$env:SECRET"';
  expect(await open(line, 'pwsh')).toEqual(['variable clientSecret @4:17']);
});
