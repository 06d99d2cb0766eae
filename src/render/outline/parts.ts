import type { DiagramId } from '../../diagrams/index.ts';
import type { PartId } from './document.ts';

interface PartPlan {
  readonly id: PartId;
  readonly title: string;
  /** Keys of the plan, and steps of the task, that belong to it. */
  readonly keys: readonly string[];
  readonly steps: readonly number[];
  readonly diagrams?: readonly DiagramId[];
  readonly hasCoverage?: boolean;
}

/** The output that the task asks for, in its order, and what the plan says besides. */
export const PARTS: readonly PartPlan[] = [
  {
    id: 'architecture',
    title: 'Infrastructure architecture',
    keys: ['architecture', 'environments', 'infrastructure'],
    steps: [1, 2],
    diagrams: ['components', 'network', 'environments'],
  },
  { id: 'pipeline', title: 'CI/CD pipeline', keys: ['delivery'], steps: [3], diagrams: ['pipeline'] },
  { id: 'security', title: 'Security controls and compliance measures', keys: ['security'], steps: [4] },
  {
    id: 'monitoring',
    title: 'Monitoring and observability',
    keys: ['observability'],
    steps: [5],
    hasCoverage: true,
  },
  { id: 'procedures', title: 'Deployment procedures and runbooks', keys: ['documents'], steps: [7] },
  { id: 'recovery', title: 'Disaster recovery procedures', keys: ['recovery'], steps: [6] },
  {
    id: 'planning',
    title: 'Timeline, resources and review',
    keys: ['timeline', 'resources', 'review', 'criteria'],
    steps: [8],
  },
];
