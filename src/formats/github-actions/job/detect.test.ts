import { describe, expect, it } from 'vitest';
import { APPLY, fact, workflow } from '../testing/deploy.ts';

describe('what counts as a deploy job', () => {
  it.each<[what: string, job: string, steps: string, expected: string[]]>([
    ['a command', '', APPLY, ['kubectl apply @6:14']],
    [
      'a command inside a script',
      '',
      '      - run: |\n          set -e\n          ./kustomize build . | kubectl apply -f -\n',
      ['kubectl apply @8:33'],
    ],
    ['an action', '', '      - uses: Azure/webapps-deploy@v3\n', ['Azure/webapps-deploy @6:15']],
    [
      'a tool that an action runs',
      '',
      '      - uses: cloudflare/wrangler-action@v3\n        with: { command: pages deploy dist }\n',
      ['wrangler pages deploy @7:26'],
    ],
    [
      'an unknown deploying action, with an environment',
      '    environment: prod\n',
      '      - uses: acme/deploy-action@v1\n',
      ['acme/deploy-action @7:15'],
    ],
    ['no throw-away cluster', '', `      - run: kind create cluster\n${APPLY}`, []],
    ['no rehearsal', '    name: e2e tests\n', APPLY, []],
    [
      'a rehearsal in an environment',
      '    name: e2e tests\n    environment: staging\n',
      APPLY,
      ['kubectl apply @8:14'],
    ],
    [
      'no dry run, echo or comment',
      '',
      '      - run: |\n          # helm upgrade a b\n          echo kubectl apply -f x\n          kubectl apply -f x --dry-run=client\n',
      [],
    ],
    ['no step that is switched off', '', '      - if: ${{ false }}\n        run: kubectl apply -f x\n', []],
    ['no recovery after a failure', '', '      - if: failure()\n        run: helm upgrade shop old\n', []],
  ])('%s', async (_, job, steps, expected) => {
    expect(await fact('recognizedBy', workflow('on: push', job, steps))).toEqual(expected);
  });
});
