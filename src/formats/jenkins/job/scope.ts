import type { GroovyBlock } from '../../../syntax/groovy/index.ts';
import type { Location, SourceFile } from '../../../source/index.ts';
import { callsOf, locate, partsOf, section, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';

/** A variable that the file sets: its text when it is one, and where that stands. */
export interface Setting {
  readonly name: string;
  readonly text: string | undefined;
  /** It is taken from the store of credentials. */
  readonly secret: boolean;
  readonly at: Location;
}

/** Variables of `environment` sections: of the stage, of those around it, of the pipeline. */
export function settingsOf(stage: Stage, { pipeline }: Jenkinsfile): readonly Setting[] {
  const found: Setting[] = [];
  for (let up: Stage | undefined = stage; up; up = up.parent) {
    if (!up.scripted) found.push(...settingsIn(stage.file, section(up.body, 'environment')?.body));
  }
  return [...found, ...settingsIn(stage.file, section(pipeline?.body, 'environment')?.body)];
}

/** What an `environment` section sets. */
export function settingsIn(file: SourceFile, block: GroovyBlock | undefined): readonly Setting[] {
  return (
    block?.statements.flatMap(({ assigned, value }): Setting[] => {
      if (assigned === undefined) return [];
      const secret = value.kind === 'call' && value.name === 'credentials';
      return [{ name: assigned, text: secret ? undefined : textOf(value), secret, at: locate(file, value) }];
    }) ?? []
  );
}

/** Variables that a file sets once, outside of stages or in `script` blocks: `def tag = 'x'`, `env.TAG = 'x'`. */
export function assignmentsOf({ groovy }: Jenkinsfile): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const waiting: GroovyBlock[] = [groovy.body];
  const set = (name: string, text: string | undefined): void => {
    found.set(name, found.has(name) ? undefined : text);
  };
  for (let block = waiting.pop(); block; block = waiting.pop()) {
    for (const { assigned, value } of block.statements) {
      if (assigned !== undefined) set(assigned, textOf(value));
      const [first, second] = partsOf(value);
      const global = value.kind === 'expression' && first?.kind === 'call' && /^env\.\w+$/.exec(first.name);
      if (global && second && /^env\.\w+\s*=[^=]/.test(value.text)) set(global[0].slice(4), textOf(second));
      collectBlocks(value, waiting);
    }
  }
  return found;
}

function collectBlocks(root: GroovyBlock['statements'][number]['value'], blocks: GroovyBlock[]): void {
  const waiting = [root];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind === 'block') blocks.push(value);
    else for (const part of partsOf(value)) waiting.push(part);
  }
}

/** Choices of parameters: `choice(name: 'ENV', choices: ['staging', 'production'])`. */
export function parametersOf({ pipeline, groovy }: Jenkinsfile): ReturnType<typeof callsOf> {
  return pipeline
    ? callsOf(section(pipeline.body, 'parameters')?.body)
    : callsOf(groovy.body).filter(({ name }) => name === 'properties');
}
