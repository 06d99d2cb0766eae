import { jobElsewhere, type Elsewhere, type Job, type PipelineOf } from '../../../delivery/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Import, PipelineRead } from '../read/config.ts';
import type { Step } from '../read/step.ts';
import { variablesOf } from './variables.ts';

/** A step that starts a pipeline and waits for it. */
export interface Caller {
  readonly job: Job;
  readonly step: Step;
}

/** The pipeline that the step starts, when it is there for that. */
export function calledBy({ node }: Step): DataNode | undefined {
  const custom = node.get('custom');
  return node.get('type').text === 'pipeline' && custom.text !== undefined ? custom : undefined;
}

export function uncalled(
  called: DataNode,
  { name, pattern }: PipelineRead,
  caller: Caller | undefined,
): Elsewhere {
  const by = called.text ?? '';
  const chain = [name, caller?.step.node.get('custom').text, by].flatMap((one) =>
    one ? [`\`${one}\``] : [],
  );
  const reason =
    caller || by === pattern
      ? `a pipeline that another one starts may start none (${chain.join(' → ')})`
      : `custom pipeline \`${by}\` is not among the files, or not among the first that are followed`;
  return { reason, at: called.at, by, file: by, targets: [] };
}

/** A pipeline of another repository, as one step. */
export function importedJob(
  pipeline: PipelineRead,
  own: PipelineOf,
  { node, written, reason }: Import,
  caller: Caller | undefined,
): Job {
  const header = pipeline.node.header;
  const name = pipeline.pattern === '' ? pipeline.section : pipeline.pattern;
  const file = written.includes('@') ? written.replace(/@.*$/, '') : written.replace(/^.*:/, '');
  const variables = variablesOf(pipeline);
  const elsewhere = { reason, at: node.at, by: written, file, targets: [] };
  return jobElsewhere(
    { id: name, header, pipeline: own, variables, elsewhere },
    {
      names: [name],
      parent: caller?.job,
      calledAt: caller?.step.node.get('custom').at,
      telling: [
        [pipeline.pattern, header],
        [file, node.at],
      ],
    },
  );
}
