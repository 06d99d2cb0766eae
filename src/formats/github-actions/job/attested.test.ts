import { expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

const PUSH = '{ run: docker push shop }';
const DEPLOY = '{ run: helm upgrade shop . }';
const action = (uses: string): string => `{ uses: "${uses}", with: { push: "true" } }`;

async function attested(...steps: readonly string[]): Promise<string[]> {
  const jobs = `  a: { runs-on: x, steps: [${[...steps, DEPLOY].join(', ')}] }\n`;
  const found = await factsOf('deploy-job', `on: push\njobs:\n${jobs}`);
  return found.map((one) => show(one.facts.attested));
}

it.each<[what: string, steps: string[], expected: string]>([
  ['signed', [PUSH, '{ run: cosign sign --yes shop@sha256:0 }'], 'true @3:62'],
  ['attested', [PUSH, '{ uses: actions/attest-build-provenance@v2 }'], 'true @3:63'],
  [
    'attested while it is pushed',
    ['{ run: docker buildx build --push --provenance=mode=max . }'],
    'true @3:35',
  ],
  ['checked', ['{ run: gh attestation verify shop }'], 'true @3:35'],
  ['only listed', [PUSH, '{ run: syft shop }'], 'false @3:3'],
  ['signed, or not', [PUSH, '{ run: cosign sign shop || true }'], 'false @3:3'],
  ['pushed', [PUSH], 'false @3:3'],
  ['made elsewhere', [], 'null @3:3'],
  [
    'attested by what pushes it',
    [action('docker/build-push-action@v6')],
    '? `docker/build-push-action` attaches a provenance by itself, which nobody has signed @3:36',
  ],
])('what is deployed was %s before', async (_, steps, expected) => {
  expect(await attested(...steps)).toEqual([expected]);
});
