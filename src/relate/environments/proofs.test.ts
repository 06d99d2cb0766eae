import { expect, it } from 'vitest';
import { environmentsPlan } from '../testing/environments.ts';
import { factsOf } from '../testing/tree.ts';

const plan = environmentsPlan('[{ name: staging }, { name: production }]');
const workflow = `on: push
jobs:
  deploy:
    runs-on: x
    environment: production
    steps: [{ run: docker push registry.example/shop:1 }, { run: kubectl apply -f k8s }]
`;

async function attested(policy: string, path = 'policy.yaml'): Promise<string | undefined> {
  const text = await factsOf(
    { ...plan, '.github/workflows/w.yml': workflow, [path]: policy },
    'deploy-job',
    'attested',
  );
  return /attested: (true|false|unknown because [^@]*)/.exec(text)?.[1]?.trim();
}

const kyverno = (spec: string): string =>
  `apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: p }\nspec: ${spec}\n`;
const rules = (check: string): string => `rules: [{ name: r, verifyImages: [{ ${check} }] }]`;

it.each([
  ['nothing', 'apiVersion: v1\nkind: Namespace\nmetadata: { name: x }\n', 'false'],
  [
    'Kyverno, of all images',
    kyverno(`{ validationFailureAction: enforce, ${rules("imageReferences: ['*']")} }`),
    'true',
  ],
  ['Kyverno, by the check itself', kyverno(`{ ${rules("failureAction: Enforce, image: '*'")} }`), 'true'],
  ['Kyverno, only reporting', kyverno(`{ ${rules("imageReferences: ['*']")} }`), 'false'],
  [
    'Kyverno, of something else',
    kyverno('{ validationFailureAction: Enforce, rules: [{ name: r, validate: {} }] }'),
    'false',
  ],
  [
    "Kyverno's newer kind",
    "apiVersion: policies.kyverno.io/v1alpha1\nkind: ImageValidatingPolicy\nmetadata: { name: p }\nspec: { matchImageReferences: [{ glob: '*' }] }\n",
    'true',
  ],
  [
    'sigstore, of all images',
    "apiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nmetadata: { name: p }\nspec: { images: [{ glob: '**' }] }\n",
    'true',
  ],
  [
    'sigstore, only warning',
    "apiVersion: policy.sigstore.dev/v1beta1\nkind: ClusterImagePolicy\nmetadata: { name: p }\nspec: { mode: warn, images: [{ glob: '**' }] }\n",
    'false',
  ],
  [
    'Tekton Chains, which signs what Tekton builds',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: chains-config }\n',
    'false',
  ],
])('asks for signatures by %s', async (_, policy, answer) => {
  expect(await attested(policy)).toBe(answer);
});

it('does not know which images a policy of some is about, and asks none of another environment', async () => {
  const some = kyverno(`{ validationFailureAction: Enforce, ${rules("imageReferences: ['ghcr.io/*']")} }`);
  expect(await attested(some)).toBe(
    'unknown because the ClusterPolicy p asks for signatures of some images, which may be its',
  );
  const all = kyverno(`{ validationFailureAction: Enforce, ${rules("imageReferences: ['*']")} }`);
  expect(await attested(all, 'overlays/staging/policy.yaml')).toBe('false');
});
