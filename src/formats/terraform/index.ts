import type { FormatOf } from '../format.ts';
import { resourcesOfPlan } from './budget.ts';
import { detect } from './detect.ts';

/** Terraform and OpenTofu: root modules with all that they call, evaluated, and their plans. */
export const format: FormatOf<'hcl' | 'data' | 'zip'> = {
  id: 'terraform',
  title: 'Terraform configurations and plans',
  syntax: ['hcl', 'data', 'zip'],
  patterns: [
    '**/*.tf',
    '**/*.tofu',
    '**/*.tfvars',
    '**/*.{tf,tofu,tfvars}.json',
    '**/*tfplan*.json',
    '**/*tfplan',
  ],
  // Each resource stands in it twice.
  budget: { most: 20_000, counted: resourcesOfPlan },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
