import type { Job } from '../pipeline/pipeline.ts';
import { known, valueOf, type Subject, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';

/**
 * A system that keeps the deployments of each environment starts the job of an earlier one again when asked to. That
 * goes back where the job deploys what its own commit says. A plan of infrastructure that was applied cannot be applied
 * again.
 */
export function redeploysOf(
  subjects: readonly Subject[],
  jobs: readonly Job[],
): readonly SubjectOf<'rollback'>[] {
  const kept = new Set(jobs.flatMap(({ environment }) => (environment ? [key(environment.at)] : [])));
  return subjects.flatMap((deploy) => {
    if (deploy.kind !== 'deploy-job') return [];
    const { target, immutableArtifact, job, recognizedBy } = deploy.facts;
    if (PLANNED.test(valueOf(recognizedBy) ?? '')) return [];
    if (!target.at || !kept.has(key(target.at)) || immutableArtifact.value !== true) return [];
    return [
      {
        kind: 'rollback',
        id: `${deploy.id}/redeploy`,
        name: `redeploy in ${deploy.name}`,
        format: deploy.format,
        ...(deploy.environment !== undefined && { environment: deploy.environment }),
        location: target.at,
        facts: {
          mechanism: known('redeploy', target.at),
          automatic: known(false, target.at),
          target,
          provider: job,
        },
      },
    ];
  });
}

const PLANNED = /^(?:terraform|tofu|terragrunt)\b/;

const key = ({ file, span }: Location): string => `${file.path} ${span.start}`;
