import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Terraform and OpenTofu: root modules with all that they call, evaluated. */
export const format: FormatOf<'hcl'> = {
  id: 'terraform',
  title: 'Terraform configurations',
  syntax: 'hcl',
  patterns: ['**/*.tf', '**/*.tofu', '**/*.tfvars', '**/*.{tf,tofu,tfvars}.json'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
