import { expect, test } from 'vitest';
import { printSubjects } from '../../../../test/support/facts.ts';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

const SHOP = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  selector: {}
  template:
    spec:
      containers:
        - name: web
          image: registry.example:5000/shop
`;

/** The line of the image among the facts, with the places that explain it. */
async function image(others: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { subjects } = await readTexts(format, { 'base/shop.yaml': SHOP, ...others });
  const lines = printSubjects(subjects.filter(({ kind }) => kind === 'workload')).split('\n');
  return lines.find((line) => line.includes('image'))?.trim();
}

test.each([
  ['no other file', {}, 'containers.0.image: "registry.example:5000/shop" @11:18'],
  [
    'a tag',
    { 'prod/kustomization.yaml': 'images:\n  - name: registry.example:5000/shop\n    newTag: 1.10\n' },
    'containers.0.image: "registry.example:5000/shop:1.10" @prod/kustomization.yaml:3:13 (registry.example:5000/shop is named here @base/shop.yaml:11:18)',
  ],
  [
    'a digest before a tag, and a name',
    {
      'prod/kustomization.yml':
        'images:\n  - name: registry.example:5000/shop\n    newName: mirror.example/shop\n    newTag: v1\n    digest: sha256:ab\n',
    },
    'containers.0.image: "mirror.example/shop@sha256:ab" @prod/kustomization.yml:5:13 (registry.example:5000/shop is named here @base/shop.yaml:11:18)',
  ],
  [
    'overlays of which one says less',
    {
      'dev/kustomization.yaml': 'images:\n  - name: registry.example:5000/shop\n    newTag: latest\n',
      'prod/kustomization.yaml': 'images:\n  - name: registry.example:5000/shop\n    newTag: v1\n',
    },
    'containers.0.image: "registry.example:5000/shop:latest" @dev/kustomization.yaml:3:13 (registry.example:5000/shop is named here @base/shop.yaml:11:18)',
  ],
  [
    'another name alone',
    { 'prod/kustomization.yaml': 'images:\n  - name: registry.example:5000/shop\n    newName: shop\n' },
    'containers.0.image: "shop" @prod/kustomization.yaml:3:14 (registry.example:5000/shop is named here @base/shop.yaml:11:18)',
  ],
  [
    'a tag that is filled in later',
    { 'prod/kustomization.yaml': 'images:\n  - name: registry.example:5000/shop\n    newTag: ${TAG}\n' },
    'containers.0.image: unknown because ${TAG} in newTag is filled in when the manifest is applied @prod/kustomization.yaml:3:13',
  ],
  [
    'the image of something else',
    { 'prod/kustomization.yaml': 'images:\n  - name: shop\n    newTag: v1\n' },
    'containers.0.image: "registry.example:5000/shop" @11:18',
  ],
  [
    'what Skaffold builds',
    {
      'skaffold.yaml':
        'apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  artifacts:\n    - image: registry.example:5000/shop\n',
    },
    'containers.0.image: unknown because skaffold.yaml builds the image and names its version when it deploys @11:18 (It is built here @skaffold.yaml:5:14)',
  ],
])('an image with %s', async (_, others, expected) => {
  expect(await image(others)).toBe(expected);
});
