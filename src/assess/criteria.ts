import type { CriterionId } from '../policy/index.ts';

/** The plan's validation criteria, in the order of the task that plans are written for. */
export const CRITERIA: readonly { readonly id: CriterionId; readonly title: string }[] = [
  { id: 'devops-practices', title: 'Plan adheres to DevOps best practices' },
  { id: 'security-compliance', title: 'Security and compliance requirements are addressed' },
  { id: 'delivery-pipeline', title: 'Automated deployment pipeline is fully defined' },
  { id: 'monitoring-alerting', title: 'Monitoring and alerting is comprehensive' },
  { id: 'rollback', title: 'Rollback procedures are clearly documented' },
  { id: 'timeline-resources', title: 'Plan is aligned with project timelines and resources' },
];
