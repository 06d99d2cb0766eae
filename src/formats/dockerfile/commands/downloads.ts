import { known, type Fact } from '../../../model/index.ts';
import type { ShellCommand } from '../../../syntax/shell/index.ts';
import type { Build } from '../read/stages.ts';
import type { Script } from './scripts.ts';

const FETCHES: ReadonlySet<string> = new Set(['curl', 'wget']);
const RUNS = /^(?:\/\S{0,100}\/)?(?:ba|da|[azk])?sh$|^(?:python|perl|ruby|node|php)[\d.]{0,6}$/;
/** `bash <(curl …)`, `sh -c "$(curl …)"`. */
const SUBSTITUTED =
  /\b(?:ba|da|a|z)?sh\s{1,10}(?:-\w{1,5}\s{1,10}){0,3}(?:<\(|["']?(?:\$\(|`))\s{0,10}(?:curl|wget)\b/;

interface What {
  readonly what: Fact<string>;
}

/** What is fetched and run at once, so that nobody can have looked whether it is what was meant. */
export function unverifiedCommands(scripts: readonly Script[]): readonly What[] {
  return scripts.flatMap(({ text, commands, locate }) => {
    const piped = commands.filter(
      ({ words, pipedInto }) =>
        FETCHES.has(words[0]?.text ?? '') && pipedInto !== undefined && RUNS.test(pipedInto),
    );
    const found = piped.map(({ words, span, pipedInto = '' }) => ({
      what: known(`${addressIn(words) ?? 'what it fetches'} goes into ${pipedInto}`, locate(span)),
    }));
    const match = SUBSTITUTED.exec(text);
    if (match && found.length === 0) {
      const span = { start: match.index, end: match.index + match[0].length };
      found.push({ what: known('what it fetches goes into a shell', locate(span)) });
    }
    return found;
  });
}

function addressIn(words: ShellCommand['words']): string | undefined {
  return words.find(({ text }) => /^https?:\/\//.test(text))?.text.slice(0, 200);
}

/** What `ADD` fetches without a checksum; a repository of Git has commits to be named by. */
export function unverifiedAdds({ stages, locate }: Build): readonly What[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, flags }) => keyword === 'ADD' && !flags.some(({ name }) => name === 'checksum'))
    .flatMap((add) => (add.list ?? add.words).slice(0, -1))
    .filter(({ text }) => /^https?:\/\//.test(text) && !/\.git(?:#|$)/.test(text))
    .map(({ text, span }) => ({ what: known(`${text.slice(0, 200)} has no checksum`, locate(span)) }));
}
