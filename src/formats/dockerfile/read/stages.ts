import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location, SourceFile, Span } from '../../../source/index.ts';
import type { DockerfileFile, Instruction } from '../../../syntax/dockerfile/index.ts';
import { interpolate, type Interpolated, type Lookup } from '../../../syntax/variables/index.ts';

/** One stage of a build: what stands from one `FROM` to the next. */
export interface Stage {
  /** Its number, as `COPY --from` may name it. */
  readonly index: number;
  readonly name: string | undefined;
  readonly from: Instruction;
  /** The stage that it goes on from; undefined where it starts from an image. */
  readonly parent: Stage | undefined;
  /** What it starts from, as it is called when nobody gives other arguments. */
  readonly image: Fact<string>;
  readonly instructions: readonly Instruction[];
  /** Variables that it hands on to stages that go on from it. */
  readonly hands: () => ReadonlyMap<string, Interpolated>;
  /** A text of one of its instructions with the values of variables; those that it sets in between count as the last. */
  readonly fill: (text: string) => Interpolated;
}

export interface Build {
  readonly file: SourceFile;
  readonly stages: readonly Stage[];
  /** The stage whose image is what is built, when nobody chooses another one. */
  readonly last: Stage | undefined;
  readonly locate: (span: Span) => Location;
}

const absent = (name: string): string => `\`${name}\` is given when the image is built`;

export function readBuild({ file, instructions }: DockerfileFile): Build {
  const locate = (span: Span): Location => ({ file, span });
  const global = new Map<string, Interpolated>();
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  let open: Instruction[] = [];
  for (const instruction of instructions) {
    const { keyword } = instruction;
    if (keyword === 'FROM') {
      // Each before those that go on from it, which would else ask one another.
      stages.at(-1)?.hands();
      open = [];
      const stage = stageOf(instruction, { index: stages.length, global, byName, inside: open, locate });
      stages.push(stage);
      if (stage.name !== undefined && !byName.has(stage.name)) byName.set(stage.name, stage);
    } else if (stages.length === 0) {
      if (keyword === 'ARG') setArguments(instruction, global, (name) => global.get(name));
    } else {
      open.push(instruction);
    }
  }
  return { file, stages, last: stages.at(-1), locate };
}

interface Around {
  readonly index: number;
  readonly global: ReadonlyMap<string, Interpolated>;
  readonly byName: ReadonlyMap<string, Stage>;
  /** Those that follow, as far as they are read. */
  readonly inside: readonly Instruction[];
  readonly locate: (span: Span) => Location;
}

function stageOf(from: Instruction, { index, global, byName, inside, locate }: Around): Stage {
  const [image, as, name] = from.words;
  const alias = as?.text.toLowerCase() === 'as' ? name?.text.toLowerCase() : undefined;
  const at = locate(image?.span ?? from.keywordSpan);
  const text = image ? interpolate(image.text, (one) => global.get(one), absent) : undefined;
  const parent = text && 'text' in text ? byName.get(text.text.toLowerCase()) : undefined;
  let values: Values | undefined;
  const settled = (): Values => (values ??= valuesOf(inside, parent, global));
  return {
    index,
    name: alias,
    from,
    parent,
    image:
      text === undefined
        ? unknown('it names no image', at)
        : 'text' in text
          ? known(text.text, at)
          : unknown(text.missing, at),
    instructions: inside,
    hands: () => settled().handed,
    fill: (written) => interpolate(written, (one) => settled().all.get(one), absent),
  };
}

interface Values {
  readonly all: ReadonlyMap<string, Interpolated>;
  readonly handed: ReadonlyMap<string, Interpolated>;
}

/** What arguments and variables of a stage are worth in its end; one that is set again counts as it is then. */
function valuesOf(
  instructions: readonly Instruction[],
  parent: Stage | undefined,
  global: ReadonlyMap<string, Interpolated>,
): Values {
  const handed = new Map(parent?.hands());
  const all = new Map(handed);
  const lookup: Lookup = (name) => all.get(name);
  for (const instruction of instructions) {
    if (instruction.keyword === 'ARG') setArguments(instruction, all, lookup, global);
    if (instruction.keyword !== 'ENV') continue;
    for (const { name, value } of assignmentsOf(instruction)) {
      const filled = interpolate(value, lookup, absent);
      all.set(name, filled);
      handed.set(name, filled);
    }
  }
  return { all, handed };
}

function setArguments(
  instruction: Instruction,
  values: Map<string, Interpolated>,
  lookup: Lookup,
  global?: ReadonlyMap<string, Interpolated>,
): void {
  for (const { text } of instruction.words) {
    const split = text.indexOf('=');
    const name = split < 0 ? text : text.slice(0, split);
    const above = global?.get(name);
    if (split >= 0) values.set(name, interpolate(text.slice(split + 1), lookup, absent));
    else if (above) values.set(name, above);
    else values.set(name, { missing: absent(name) });
  }
}

export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** What `ENV` sets: `NAME=value …`, or `NAME value` as it was written once. */
export function assignmentsOf({ words, body, bodyStart }: Instruction): readonly Setting[] {
  const [first] = words;
  if (!first) return [];
  if (!first.text.includes('=')) {
    const rest = body.slice(first.span.end - bodyStart).trim();
    return [
      { name: first.text, value: rest, span: { start: first.span.start, end: bodyStart + body.length } },
    ];
  }
  return words.flatMap(({ text, span }) => {
    const split = text.indexOf('=');
    return split <= 0 ? [] : [{ name: text.slice(0, split), value: text.slice(split + 1), span }];
  });
}

/** A stage with all that it goes on from, the nearest first. */
export function chainOf(stage: Stage | undefined): readonly Stage[] {
  const chain: Stage[] = [];
  for (let one = stage; one; one = one.parent) chain.push(one);
  return chain;
}
