import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { failures, parseShell, type ShellOptions } from './index.ts';

/** Every command as `words | what its failure does`, with marks for where it runs. */
function screen(script: string, options: ShellOptions = { errexit: true, pipefail: false }): string[] {
  const parsed = parseShell(script);
  const fates = failures(parsed, options);
  return parsed.commands.map((command, index) => {
    const marks = [command.remote && 'remote', command.onFailure && 'on failure', command.nested && 'nested'];
    const words = command.words.map((word) => word.text).join(' ');
    return [words, fates[index], ...marks.filter(Boolean)].join(' | ');
  });
}

describe('commands of a script', () => {
  it.each<[does: string, script: string, expected: string[]]>([
    [
      'joins continued lines and drops comments',
      'kubectl apply \\\n  -f k8s/ # kubectl delete\n# helm upgrade',
      ['kubectl apply -f k8s/ | stops'],
    ],
    [
      'takes wrappers and assignments off the front',
      'A=1 sudo -E -u deploy env B=2 timeout 60 time kubectl apply',
      ['kubectl apply | stops'],
    ],
    [
      'splits pipelines, lists and subshells',
      '(cd infra && terraform apply); kustomize build . | kubectl apply -f -',
      [
        'cd infra | stops',
        'terraform apply | stops',
        'kustomize build . | ignored',
        'kubectl apply -f - | stops',
      ],
    ],
    ['keeps quoted operators in their word', `echo "a && b; c" 'd | e'`, ['echo a && b; c d | e | stops']],
    [
      'reads a pipeline expression as part of a word',
      "deploy --tag ${{ inputs.tag || 'a b' }} --now",
      ["deploy --tag ${{ inputs.tag || 'a b' }} --now | stops"],
    ],
    [
      'skips heredoc bodies',
      'cat <<-EOF > x.sh\n  helm upgrade shop\n  EOF\nls',
      ['cat | stops', 'ls | stops'],
    ],
    [
      'reads a heredoc that a remote shell reads',
      'ssh deploy@host <<EOF\ndocker compose up -d\nEOF',
      ['ssh deploy@host | stops', 'docker compose up -d | stops | remote | nested'],
    ],
    [
      'reads the text of `bash -c` and of `ssh`',
      `bash -ec "terraform apply"; ssh -i key u@h 'systemctl restart shop'`,
      [
        'bash -ec terraform apply | stops',
        'terraform apply | stops | nested',
        'ssh -i key u@h systemctl restart shop | stops',
        'systemctl restart shop | stops | remote | nested',
      ],
    ],
    [
      'reads substitutions',
      'URL=$(gcloud run deploy shop) && diff <(helm template a) `ls`',
      [
        ' | stops',
        'gcloud run deploy shop | stops | nested',
        'diff <(helm template a) `ls` | stops',
        'helm template a | stops | nested',
        'ls | stops | nested',
      ],
    ],
    [
      'reads the branches of `if`, `for` and `case`',
      'if grep -q x y; then npm test; else exit 1; fi\nfor e in a b; do helm upgrade $e; done\ncase $1 in prod|live) cap deploy;; *) exit 2;; esac\nls',
      [
        'grep -q x y | stops',
        'npm test | stops',
        'exit 1 | stops',
        'for e in a b | stops',
        'helm upgrade $e | stops',
        'cap deploy | stops',
        'exit 2 | stops',
        'ls | stops',
      ],
    ],
    ['does not take the descriptor of a redirect for a word', 'npm test 2>&1 >out', ['npm test | stops']],
  ])('%s', (_, script, expected) => {
    expect(screen(script)).toEqual(expected);
  });

  it('continues lines at a backtick in PowerShell', () => {
    const [command] = parseShell('az webapp deploy `\r\n  --name shop', 'powershell').commands;
    expect(command?.words.map((word) => word.text)).toEqual(['az', 'webapp', 'deploy', '--name', 'shop']);
  });

  it('knows where the commands inside a quoted script stand', () => {
    const script = `bash -c "cd infra && terraform apply"`;
    const spans = parseShell(script).commands.map(({ span }) => script.slice(span.start, span.end));
    expect(spans).toEqual([script, 'cd infra', 'terraform apply']);
  });
});

describe('what a failure does', () => {
  it.each<[does: string, script: string, expected: string[]]>([
    ['`|| true` ignores it', 'npm test || true', ['npm test | ignored', 'true | stops | on failure']],
    [
      '`|| exit 1` in a group keeps it',
      'npm test || { echo no; exit 1; }',
      ['npm test | stops', 'echo no | stops | on failure', 'exit 1 | stops | on failure'],
    ],
    [
      'a group hands its fallback to all in it',
      '{ npm ci && npm test; } || :',
      ['npm ci | ignored', 'npm test | ignored', ': | stops | on failure'],
    ],
    [
      'the same command again is a retry',
      'npm ci || npm ci',
      ['npm ci | stops', 'npm ci | stops | on failure'],
    ],
    [
      '`set +e` ignores all but the last',
      'set +e\nnpm test\nls',
      ['set +e | ignored', 'npm test | ignored', 'ls | stops'],
    ],
    [
      '`set -o pipefail` keeps it in pipelines',
      'set -o pipefail\nnpm test | tee log',
      ['set -o pipefail | stops', 'npm test | stops', 'tee log | stops'],
    ],
    ['the background loses it', 'npm test & wait', ['npm test | ignored', 'wait | stops']],
    [
      'a failure that ends the script stops it',
      'if ! curl -f x; then\n  echo no\n  exit 1\nfi\nif npm test; then\n  echo ok\nelse\n  exit 1\nfi',
      [
        'curl -f x | stops',
        'echo no | stops',
        'exit 1 | stops',
        'npm test | stops',
        'echo ok | stops',
        'exit 1 | stops',
      ],
    ],
    [
      'one of several questions, a loop in the branch and an answer of yes only decide',
      'if ! a && b; then exit 1; fi\nif ! c; then while d; do e; done; fi; exit 1\nif f; then exit 1; fi',
      [
        'a | decides',
        'b | decides',
        'exit 1 | stops',
        'c | decides',
        'd | decides',
        'e | stops',
        'exit 1 | stops',
        'f | decides',
        'exit 1 | stops',
      ],
    ],
    ['a negation tests it, and only it', '! grep x y\nnpm test', ['grep x y | decides', 'npm test | stops']],
  ])('%s', (_, script, expected) => {
    expect(screen(script)).toEqual(expected);
  });
});

describe('hostile scripts', () => {
  const piece = fc.constantFrom(
    '$(',
    '`',
    '"',
    "'",
    '${',
    '${{',
    '}}',
    '||',
    '|',
    '(',
    ')',
    '{',
    '}',
    '<<E',
    '\n',
    ' ',
    '\\',
    'a',
    'case',
    'in',
    ';;',
    'if',
  );
  it('never throws, and places every command inside the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const script = pieces.join('');
        for (const { span } of parseShell(script).commands) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(script.length);
        }
      }),
    );
  });

  it.each(['${', '$(', '"$(', '`', '${{', '{ ', '( ', "'", 'a||', 'a|'])(
    'reads much of %j in linear time',
    (text) => {
      expect(growth(parseShell, text)).toBeLessThan(LINEAR);
    },
  );
});
