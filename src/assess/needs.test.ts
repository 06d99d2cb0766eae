import { expect, test } from 'vitest';
import { planFrom } from '../plan/testing/print.ts';
import type { Need, Rule } from '../policy/index.ts';
import { requiredRules } from './needs.ts';

const rule = (requiredFor: readonly Need[]): Rule => ({
  id: `network/${requiredFor.join('-') || 'always'}`,
  title: 'Title',
  description: '',
  severity: 'error',
  appliesTo: ['database'],
  uses: [],
  reads: null,
  criteria: ['security-compliance'],
  required: true,
  requiredFor,
  controls: {},
  remediation: '',
  links: [],
});

/** Which of the rules a plan with these statements requires. */
const required = (statements: string): readonly string[] => {
  const { plan } = planFrom(`apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Shop\n${statements}`);
  const rules = [rule([]), rule(['cloud']), rule(['database']), rule(['state']), rule(['containers'])];
  return requiredRules(rules, plan?.subjects ?? []).flatMap((one) => (one.required ? [one.id] : []));
};

test('a rule is required of plans that have what it is about', () => {
  expect(
    required(`architecture: { components: [{ name: shop }, { name: orders, kind: database }] }
environments: [{ name: production, purpose: production, services: [{ service: fly, kind: containers }] }]
infrastructure: { provider: other-cloud }`),
  ).toEqual(['network/always', 'network/database', 'network/containers']);
  expect(
    required(`architecture: { components: [{ name: shop }] }
environments: [{ name: production, purpose: production }]
infrastructure: { provider: aws, tool: terraform }`),
  ).toEqual(['network/always', 'network/cloud', 'network/state']);
});

test('a plan that names no component and no service requires all', () => {
  expect(required('environments: [{ name: production, purpose: production }]')).toHaveLength(5);
});
