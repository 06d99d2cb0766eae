import { mistakeOf, uncheckedCall, type Mistake } from '../../delivery/index.ts';
import { unknown } from '../../model/index.ts';
import { rootNode, textsBelow, type DataNode } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { elsewhereOf } from './activities.ts';
import type { Stage } from './stage.ts';

/** What Spinnaker does not find when a pipeline runs, and the parameters that do not exist. */
export interface Mistakes {
  readonly all: readonly Mistake[];
  readonly parameters: readonly string[];
}

/** Finds pipelines among the files by what stages call them. */
export type FindPipeline = (id: string) => DataNode | undefined;

/** Of more in one pipeline nobody learns anything. */
const MOST = 50;
const EXPRESSION = /\$\{[^{}]{1,2000}\}/g;
const PARAMETER =
  /(?<![\w.\])?])(?:#?root\.)?(?:trigger\.)?parameters(?:\.(\w+)(?![\w(])|\[\s*['"]([^'"\]]{1,200})['"]\s*\])/g;
const STAGE = /#stage\(\s*(?:'([^']{1,200})'|"([^"]{1,200})")\s*\)/g;
/** An expression that asks for what may be missing. */
const ASKS = /\?:|\?\.|\bnull\b|\?[^?:]*:/;
/** What these start a pipeline with may hold parameters that it does not declare. */
const GIVING: ReadonlySet<string> = new Set(['webhook', 'pubsub', 'pipeline']);

export function mistakesOf(pipeline: DataNode, stages: readonly Stage[], find: FindPipeline): Mistakes {
  const ids = new Set(stages.map(({ id }) => id));
  const calls = stages.flatMap((stage) => [...waits(stage, ids), ...started(stage, find)]);
  const expressions = expressionsIn(pipeline, stages);
  return {
    all: [...calls.slice(0, MOST), ...expressions.map(({ mistake }) => mistake).slice(0, MOST)],
    parameters: [...new Set(expressions.flatMap(({ parameter }) => parameter ?? []))],
  };
}

function waits({ node, name, needs }: Stage, ids: ReadonlySet<string>): readonly Mistake[] {
  return needs
    .filter((id) => !ids.has(id))
    .map((id) =>
      mistakeOf(
        'call',
        `stage \`${name}\` waits for stage \`${id}\`, which the pipeline does not have`,
        node.get('requisiteStageRefIds').at,
      ),
    );
}

/** A stage that starts another pipeline. */
function started(stage: Stage, find: FindPipeline): readonly Mistake[] {
  const { node, name, type } = stage;
  if (type !== 'pipeline') return [];
  const called = find(node.get('pipeline').text ?? '');
  if (!called) {
    const elsewhere = elsewhereOf(stage);
    return elsewhere ? [uncheckedCall(elsewhere.reason, elsewhere.at)] : [];
  }
  const given = node.get('pipelineParameters').entries();
  const names = new Set(given.map(([key]) => key));
  const declared = called.get('parameterConfig').items();
  const taken = new Set(declared.map((one) => one.get('name').text));
  const whole = `pipeline \`${called.get('name').text ?? ''}\``;
  return [
    ...given
      .filter(([key]) => !taken.has(key))
      .map(([key, value]) =>
        mistakeOf('call', `stage \`${name}\` gives \`${key}\`, which ${whole} does not take`, value.header),
      ),
    ...declared
      .filter((one) => one.get('required').value === true && !hasDefault(one))
      .flatMap((one) => one.get('name').text ?? [])
      .filter((one) => !names.has(one))
      .map((one) => mistakeOf('call', `${whole} requires the parameter \`${one}\``, node.header)),
  ];
}

const hasDefault = (parameter: DataNode): boolean =>
  parameter.get('default').exists && parameter.get('default').value !== '';

interface Found {
  readonly mistake: Mistake;
  readonly parameter: string | undefined;
}

function expressionsIn(pipeline: DataNode, stages: readonly Stage[]): readonly Found[] {
  // A template has them beside its pipeline.
  const declared = [pipeline, rootNode(pipeline.document)].flatMap((one) =>
    one.get('parameterConfig').items(),
  );
  const parameters = new Set(declared.flatMap((one) => one.get('name').text ?? []));
  const names = new Set(stages.map(({ name }) => name));
  const isOpen = parameters.size === 0 || startsWithParameters(pipeline);
  const places = ['stages', 'notifications', 'expectedArtifacts'].map((key) => pipeline.get(key));
  return places
    .flatMap((place) => textsBelow(place))
    .flatMap((node) =>
      spans(node).flatMap(({ text, start }) => {
        const at = scalarPlaces(node)({ start, end: start + text.length });
        const stage = [...text.matchAll(STAGE)].map(([, one, other]) => one ?? other ?? '');
        const unknownStages = stage.filter((name) => !names.has(name) && !name.includes('$'));
        const own = [...text.matchAll(PARAMETER)].map(([, bare, quoted]) => bare ?? quoted ?? '');
        const missing = ASKS.test(text) ? [] : own.filter((name) => !parameters.has(name));
        return [
          ...unknownStages.map((name) => ({
            mistake: mistakeOf('expression', `the pipeline has no stage \`${name}\``, at),
            parameter: undefined,
          })),
          ...missing.map((name) => ({
            mistake: isOpen
              ? { about: 'expression' as const, problem: unknown(givenBy(name), at) }
              : mistakeOf('expression', `the pipeline has no parameter \`${name}\``, at),
            parameter: isOpen ? undefined : name,
          })),
        ];
      }),
    );
}

const givenBy = (name: string): string =>
  `the parameter \`${name}\` may be given by what starts the pipeline`;

function startsWithParameters(pipeline: DataNode): boolean {
  return pipeline
    .get('triggers')
    .items()
    .some((trigger) => trigger.get('enabled').value !== false && GIVING.has(trigger.get('type').text ?? ''));
}

/** The expressions of a text; what decides whether a stage runs is one as a whole. */
function spans(node: DataNode): readonly { readonly text: string; readonly start: number }[] {
  const text = node.text ?? '';
  if (node.label === 'expression' && !text.includes('${')) return text === '' ? [] : [{ text, start: 0 }];
  if (!text.includes('${')) return [];
  return [...text.matchAll(EXPRESSION)].map(({ 0: whole, index }) => ({ text: whole, start: index }));
}
