import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { isPlan } from './recognize.ts';

describe('a document is a plan', () => {
  it.each([
    ['plans/shop.yaml', 'apiVersion: planproof/v1\nkind: DeploymentPlan\n', true, 'when it says so'],
    [
      'plans/shop.yaml',
      'apiVersion: planproof/v9\nkind: DeploymentPlan\n',
      true,
      'of a version to come, to be refused by its schema',
    ],
    ['x/deployment-plan.yml', 'title: Shop\n', true, 'by its file name, however it starts'],
    ['deployment-plan.json', '[]', true, 'by its file name, even when it is no mapping'],
    ['x/my-deployment-plan.yml', 'title: Shop\n', false, 'not by a part of its file name'],
    ['deployment-plan.yaml.md', 'a: 1\n', false, 'not by another ending'],
    ['k8s/app.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', false, 'not when it is something else'],
    ['a.yaml', 'apiVersion: planproof/v1\nkind: Config\n', false, 'not by its version alone'],
    ['a.yaml', 'apiVersion: 1\nkind: DeploymentPlan\n', false, 'not by its kind alone'],
    ['a.yaml', 'text\n', false, 'not when it is a scalar'],
  ])('%s %j: %s %s', (path, text, plan) => {
    expect(parseYaml(sourceFile(path, text)).documents.map(isPlan)).toEqual([plan]);
  });
});
