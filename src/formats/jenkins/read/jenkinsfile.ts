import type { SourceFile } from '../../../source/index.ts';
import type { GroovyBlock, GroovyCall, GroovyFile } from '../../../syntax/groovy/index.ts';
import { scriptedStages } from './scripted.ts';
import { callsOf, section } from './nodes.ts';
import { declarativeStages, type Stage } from './stage.ts';

/** A method that the file defines: its parameters and what it does. */
export interface Method {
  readonly parameters: readonly string[];
  readonly body: GroovyBlock;
}

export interface Jenkinsfile {
  readonly file: SourceFile;
  readonly groovy: GroovyFile;
  /** `pipeline { … }` of a declarative one. */
  readonly pipeline: GroovyCall | undefined;
  readonly methods: ReadonlyMap<string, Method>;
  /** The outermost stages, which run one after another. */
  readonly stages: readonly Stage[];
}

export function readJenkinsfile(groovy: GroovyFile): Jenkinsfile {
  const { file, body } = groovy;
  const pipeline = section(body, 'pipeline');
  const declarative = pipeline?.body ? pipeline : undefined;
  const stages = declarative
    ? declarativeStages(file, section(declarative.body, 'stages')?.body, undefined)
    : scriptedStages(file, body);
  return { file, groovy, pipeline: declarative, methods: methodsOf(body), stages };
}

function methodsOf({ statements }: GroovyBlock): ReadonlyMap<string, Method> {
  const methods = new Map<string, Method>();
  for (const { defines, value } of statements) {
    if (!defines || value.kind !== 'call' || !value.body) continue;
    const parameters = value.args.map((one) => {
      const { value: parameter } = one;
      const words = parameter.kind === 'expression' ? parameter.inner : [parameter];
      const last = words.findLast((word) => word.kind === 'call');
      return last?.kind === 'call' ? last.name : '';
    });
    methods.set(value.name, { parameters, body: value.body });
  }
  return methods;
}

/** Options that a pipeline or stage sets. */
export function optionsOf(block: GroovyBlock | undefined): readonly GroovyCall[] {
  return callsOf(section(block, 'options')?.body);
}
