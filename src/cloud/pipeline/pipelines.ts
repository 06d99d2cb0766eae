import { deliver } from '../../delivery/index.ts';
import type { Subject } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { buildPipelines } from './code-build.ts';
import { buildProjects } from './build-project.ts';
import { codePipelines } from './code-pipeline.ts';
import { deliveryPipelines } from './delivery-pipeline.ts';
import { projectsOf, type ReadText } from './project.ts';

/** Pipelines that are resources themselves: of CodePipeline, CodeBuild and Cloud Deploy. */
export function pipelines(stack: Stack, readText: ReadText): readonly Subject[] {
  const projects = projectsOf(stack, readText);
  const made = [
    ...codePipelines(stack, projects),
    ...buildPipelines(stack, projects.all),
    ...deliveryPipelines(stack),
  ];
  // A subject is of the format that reads it, whatever system it is of.
  const delivered = deliver(made).flatMap((subjects) =>
    subjects.map((subject) => ({ ...subject, format: stack.format })),
  );
  return [...delivered, ...buildProjects(stack, projects.all)];
}
