import { known, type Fact } from '../../../model/index.ts';
import type { Instruction } from '../../../syntax/dockerfile/index.ts';
import type { Build, Stage } from './stages.ts';

const ONCE = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];
const MAX_PORT = 65_535;

/** What builds, and does not do what it seems to; and what does not build. */
export function mistakesOf(build: Build): readonly Fact<string>[] {
  return [...sameNames(build), ...build.stages.flatMap((stage) => inStage(stage, build))];
}

function sameNames({ stages, locate }: Build): readonly Fact<string>[] {
  const seen = new Set<string>();
  return stages.flatMap(({ name, from }) => {
    if (name === undefined) return [];
    const again = seen.has(name);
    seen.add(name);
    const [, , word] = from.words;
    return again && word ? [known(`two stages are called \`${word.text}\``, locate(word.span))] : [];
  });
}

function inStage(stage: Stage, build: Build): readonly Fact<string>[] {
  const { locate } = build;
  const repeated = ONCE.flatMap((keyword) => {
    const all = stage.instructions.filter((one) => one.keyword === keyword);
    return all
      .slice(0, -1)
      .map((one) => known(`a later ${keyword} takes the place of this one`, locate(one.keywordSpan)));
  });
  const others = stage.instructions.flatMap((instruction): readonly Fact<string>[] => {
    switch (instruction.keyword) {
      case 'COPY':
      case 'ADD':
        return copyMistakes(instruction, stage, build);
      case 'EXPOSE':
        return instruction.words
          .filter(({ text }) =>
            text.split(/[-/]/).some((part) => /^\d+$/.test(part) && Number(part) > MAX_PORT),
          )
          .map(({ text, span }) => known(`there is no port ${text}`, locate(span)));
      default:
        return [];
    }
  });
  return [...repeated, ...others];
}

function copyMistakes(instruction: Instruction, stage: Stage, { locate }: Build): readonly Fact<string>[] {
  const { keyword, flags } = instruction;
  const found: Fact<string>[] = [];
  const from = flags.find(({ name }) => name === 'from');
  const own = [stage.name, String(stage.index)];
  if (from && own.includes(from.value.toLowerCase()))
    found.push(known(`a stage copies from itself, \`${from.value}\``, locate(from.span)));
  const words = instruction.list ?? instruction.words;
  const target = words.at(-1);
  const several = words.length > 2 && instruction.heredocs.length === 0;
  if (several && target && !/[/\\]$|^\.{1,2}$|\$/.test(target.text))
    found.push(
      known(
        `${keyword} takes several files to \`${target.text}\`, which does not end in a slash`,
        locate(target.span),
      ),
    );
  return found;
}

/** Folders that depend on the one before: drives of Windows, and what a variable begins with, may be whole. */
export function relativeFolders({ stages, locate }: Build): readonly { readonly folder: Fact<string> }[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword }) => keyword === 'WORKDIR')
    .flatMap(({ words: [word] }) =>
      word && !/^(?:[/$\\]|[a-z]:)/i.test(word.text) ? [{ folder: known(word.text, locate(word.span)) }] : [],
    );
}

const UNPACKED = /\.(?:tar|tgz|tbz2?|txz|tar\.\w{1,4}|gz|bz2|xz|zst)$/i;

/** Files beside the Dockerfile that need nothing of what `ADD` can do. */
export function addedFiles({ stages, locate }: Build): readonly { readonly file: Fact<string> }[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, heredocs }) => keyword === 'ADD' && heredocs.length === 0)
    .flatMap((add) => {
      const sources = (add.list ?? add.words).slice(0, -1);
      const plain = sources.every(
        ({ text }) => !/^(?:https?|git|ssh|ftp):|^git@|[$*?[]/.test(text) && !UNPACKED.test(text),
      );
      const [first] = sources;
      return first && plain ? [{ file: known(first.text, locate(first.span)) }] : [];
    });
}

/** Ports that it names, by their numbers; a range is its first. */
export function portsOf({ stages, locate }: Build): readonly { readonly port: Fact<number> }[] {
  return stages.flatMap((stage) =>
    stage.instructions
      .filter(({ keyword }) => keyword === 'EXPOSE')
      .flatMap(({ words }) => words)
      .flatMap(({ text, span }) => {
        const value = stage.fill(text);
        const number = 'text' in value ? /^\d{1,5}(?=[-/]|$)/.exec(value.text)?.[0] : undefined;
        return number === undefined ? [] : [{ port: known(Number(number), locate(span)) }];
      }),
  );
}
