import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failures, parseShell, type ShellOptions } from '../index.ts';

const STOP: ShellOptions = { errexit: true, pipefail: false };

/** Each command with what its failure does. */
function seen(script: string, options = STOP): readonly string[] {
  const parsed = parseShell(script, 'powershell');
  const fates = failures(parsed, options);
  return parsed.commands.map(
    ({ words }, index) => `${words.map(({ text }) => text).join(' ')} | ${fates[index]}`,
  );
}

describe('the commands of a script of PowerShell', () => {
  it.each<[of: string, script: string, expected: string[]]>([
    ['a call', '& dotnet test', ['dotnet test']],
    ['what is kept', '$plan = terraform plan\n$all += az group list', ['terraform plan', 'az group list']],
    ['what is returned', 'return terraform plan', ['terraform plan']],
    ['blocks', 'try { npm test } finally { rm x }', ['npm test', 'rm x']],
    ['loops', 'foreach ($f in $files) { kubectl apply -f $f }', ['kubectl apply -f $f']],
    [
      'a pipe into a block',
      '$a | ForEach-Object { helm upgrade $_ x }',
      ['$a', 'ForEach-Object', 'helm upgrade $_ x'],
    ],
    ['a function', 'function Ship { az webapp deploy }\nShip', ['az webapp deploy', 'Ship']],
    ['lines that go on', 'az webapp deploy `\n  --name shop', ['az webapp deploy --name shop']],
    [
      'texts with signs',
      'Write-Host "a { b; $(c "}") #"; npm test',
      ['Write-Host a { b; $(c "}") #', 'c }', 'npm test'],
    ],
    ['comments', '# npm test {\n<# npm test\n{ #>\nnpm ci', ['npm ci']],
    ['expressions of a system', 'npm test ${{ parameters.x }} --ci', ['npm test ${{ parameters.x }} --ci']],
  ])('are those of %s', (_, script, expected) => {
    expect(seen(script).map((line) => line.replace(/ \| \w+$/, ''))).toEqual(expected);
  });
});

describe('what a failure does in PowerShell', () => {
  it.each<[what: string, script: string, expected: string[]]>([
    [
      'the exit code of the last program counts',
      'npm test\nnpm run build',
      ['npm test | ignored', 'npm run build | stops'],
    ],
    [
      'cmdlets after it change nothing',
      'npm test\nWrite-Host done',
      ['npm test | stops', 'Write-Host done | stops'],
    ],
    [
      'a look at the exit code stops',
      'npm test\nif ($LASTEXITCODE -ne 0) { throw "no" }\nnpm run build',
      ['npm test | stops', '$LASTEXITCODE -ne 0 | decides', 'throw no | stops', 'npm run build | stops'],
    ],
    ['`exit 0` hides it', 'npm test\nexit 0', ['npm test | ignored', 'exit 0 | stops']],
    ['a cmdlet stops', 'Deploy-Shop\nnpm ci', ['Deploy-Shop | stops', 'npm ci | stops']],
    [
      'a cmdlet may be told not to',
      'Deploy-Shop -ErrorAction SilentlyContinue',
      ['Deploy-Shop -ErrorAction SilentlyContinue | ignored'],
    ],
    ['in one word, too', 'Deploy-Shop -EA:Continue', ['Deploy-Shop -EA:Continue | ignored']],
    [
      'so may the script',
      "Deploy-Shop\n$ErrorActionPreference = 'Continue'\nDeploy-Shop",
      ['Deploy-Shop | stops', 'Continue | stops', 'Deploy-Shop | ignored'],
    ],
    [
      'a script of its own stops like a cmdlet',
      './build.ps1\nnpm ci',
      ['./build.ps1 | stops', 'npm ci | stops'],
    ],
    [
      'what is caught goes no further',
      'try { Deploy-Shop } catch { Write-Host no }',
      ['Deploy-Shop | ignored', 'Write-Host no | stops'],
    ],
    [
      'unless it is thrown again',
      'try { Deploy-Shop } catch { throw }',
      ['Deploy-Shop | stops', 'throw | stops'],
    ],
    [
      'programs can be made to stop',
      '$PSNativeCommandUseErrorActionPreference = $true\nnpm test\nnpm run build',
      ['$true | stops', 'npm test | stops', 'npm run build | stops'],
    ],
    [
      'Pester ends the script where it is asked to',
      'Invoke-Pester -CI\nnpm ci',
      ['Invoke-Pester -CI | stops', 'npm ci | stops'],
    ],
  ])('%s', (_, script, expected) => {
    expect(seen(script)).toEqual(expected);
  });

  it('is as the step says where the script says nothing', () => {
    expect(seen('Deploy-Shop\nnpm test', { errexit: false, pipefail: false })).toEqual([
      'Deploy-Shop | ignored',
      'npm test | stops',
    ]);
    expect(seen('npm test', { ...STOP, exitCode: false })).toEqual(['npm test | ignored']);
    expect(seen('npm test\nnpm ci', { ...STOP, stderr: true })[0]).toBe('npm test | stops');
  });
});

describe('scripts that no one writes', () => {
  it('end', () => {
    const part = fc.constantFrom(
      'try',
      'catch',
      '{',
      '}',
      '(',
      ')',
      '"',
      "'",
      '@{',
      '#',
      '<#',
      '`',
      '$(',
      '\n',
      ';',
      'if',
      'npm test',
      '-ea',
      '$x =',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(seen(parts.join(' '))).toBeInstanceOf(Array);
      }),
    );
  });

  it.each(['if{', 'try{a}catch{', '"$(', '@{', 'npm test\n', '$ErrorActionPreference=1;a-b\n'])(
    'take no longer than their length: %j',
    (text) => {
      const start = performance.now();
      seen(text.repeat(50_000));
      expect(performance.now() - start).toBeLessThan(10_000);
    },
  );
});
