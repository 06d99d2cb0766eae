import { known, type Fact } from '../../../model/index.ts';
import type { ShellCommand } from '../../../syntax/shell/index.ts';
import type { Build } from '../read/stages.ts';
import type { Script } from './scripts.ts';

interface What {
  readonly what: Fact<string>;
}

const FETCHED: Readonly<Record<string, RegExp>> = {
  apt: /^update$/,
  'apt-get': /^update$/,
  apk: /^update$/,
};
const USED =
  /^(?:install|upgrade|dist-upgrade|full-upgrade|build-dep|source|add|download|reinstall|satisfy)$/;
const APT: ReadonlySet<string> = new Set(['apt', 'apt-get', 'aptitude', 'apt-fast']);

/** Lists of packages that a step fetches and does not use. */
export function staleLists(scripts: readonly Script[]): readonly What[] {
  return scripts.flatMap(({ commands, locate }) => {
    const fetching = commands.find(
      ({ words: [name, ...rest] }) =>
        Object.hasOwn(FETCHED, name?.text ?? '') &&
        rest.some(({ text }) => FETCHED[name?.text ?? '']?.test(text) === true),
    );
    const [name] = fetching?.words ?? [];
    if (!fetching || !name) return [];
    const family = (text: string): string => (APT.has(text) ? 'apt' : text);
    // What is none of its own commands may install something all the same.
    const used = commands.some(
      ({ words: [other, ...rest] }) =>
        (family(other?.text ?? '') === family(name.text) && rest.some(({ text }) => USED.test(text))) ||
        /\.sh$|^(?:tasksel|gdebi|dpkg|make)$|^\.\.?\//.test(other?.text ?? ''),
    );
    return used ? [] : [{ what: known(`${name.text} update`, locate(fetching.span)) }];
  });
}

const SUDO = /(?:^|[\s;&|(])sudo\s/;

export function elevatedSteps(scripts: readonly Script[]): readonly What[] {
  return scripts.flatMap(({ commands, text, locate }) => {
    const one = commands.find(({ span }) => SUDO.test(text.slice(span.start, span.end)));
    return one ? [{ what: known(shown(one), locate(one.span)) }] : [];
  });
}

const shown = ({ words }: ShellCommand): string =>
  words
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 80);

/** Answers that programs ask for, and nobody is there to give. */
const ASKS: Readonly<Record<string, { readonly answers: RegExp; readonly of: RegExp }>> = {
  'apt-get': {
    of: /^(?:install|upgrade|dist-upgrade|remove|purge|autoremove)$/,
    answers:
      /^-[a-z]*[yY]|^--(?:yes|assume-yes|force-yes|assume-no|download-only|dry-run|simulate|just-print)$|^-[a-z]*qq|^-q=2$|^-[a-z]*[sd]$/,
  },
  apt: {
    of: /^(?:install|upgrade|full-upgrade|remove|purge|autoremove)$/,
    answers:
      /^-[a-z]*[yY]|^--(?:yes|assume-yes|assume-no|download-only|dry-run|simulate)$|^-[a-z]*qq|^-q=2$|^-[a-z]*[sd]$/,
  },
  yum: {
    of: /^(?:install|update|upgrade|localinstall|groupinstall|remove|reinstall)$/,
    answers: /^-[a-zA-Z]*y|^--(?:assumeyes|assumeno|downloadonly)$/,
  },
  dnf: {
    of: /^(?:install|update|upgrade|localinstall|groupinstall|remove|reinstall)$/,
    answers: /^-[a-zA-Z]*y|^--(?:assumeyes|assumeno|downloadonly)$/,
  },
  zypper: {
    of: /^(?:in|install|up|update|dup|dist-upgrade|rm|remove)$/,
    answers: /^-[a-z]*[yn]|^--(?:no-confirm|non-interactive|quiet)$/,
  },
};

/** Commands that wait for an answer, so that the build fails. */
export function unanswered({ file }: Build, scripts: readonly Script[]): readonly Fact<string>[] {
  if (/assume-?yes/i.test(file.text.replaceAll(/--assume-?yes/g, ''))) return [];
  return scripts.flatMap(({ commands, locate }) =>
    commands.flatMap((command, index): readonly Fact<string>[] => {
      const [name, ...rest] = command.words;
      const asks = Object.hasOwn(ASKS, name?.text ?? '') ? ASKS[name?.text ?? ''] : undefined;
      if (!name || !asks || rest.some(({ text }) => asks.answers.test(text) || text.includes('$'))) return [];
      const verb = rest.find(({ text }) => asks.of.test(text));
      // `yes | apt-get install`: someone answers.
      if (!verb || commands[index - 1]?.pipedInto === name.text) return [];
      return [
        known(`\`${name.text} ${verb.text}\` asks for an answer, and nobody gives one`, locate(command.span)),
      ];
    }),
  );
}
