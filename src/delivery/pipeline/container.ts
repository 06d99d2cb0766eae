import type { Location, Span } from '../../source/index.ts';
import { commandName } from '../../syntax/shell/index.ts';
import { toolOfImage } from '../arguments.ts';
import type { Activity } from './pipeline.ts';
import { activitiesOfScript, activitiesOfWords, type StepWords } from './script.ts';

/** A text, and where its parts stand. */
interface PlacedText {
  readonly text: string;
  readonly placeOf: (span: Span) => Location;
}

/** What a container is told to run. */
export interface ContainerRun {
  readonly image: string | undefined;
  readonly command: readonly PlacedText[];
  readonly args: readonly PlacedText[];
  /** A script, and the words of what runs it where no first line of its own says so. */
  readonly script: (PlacedText & { readonly interpreter: readonly string[] }) | undefined;
  readonly at: Location;
}

const SHELLS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'ksh',
  'pwsh',
  'powershell',
]);

/** What a container does: its script, the script that a shell is given, or its command; else the tool that its image is. */
export function activitiesOfContainer(step: StepWords, run: ContainerRun): readonly Activity[] {
  const { script, command, args, image, at } = run;
  if (script) {
    const first = /^#!\s*(\S.*)/.exec(script.text)?.[1];
    return inShell(step, first === undefined ? script.interpreter : first.split(/\s+/), script);
  }
  const words = [...command, ...args];
  const given = command.length === 0 ? undefined : givenToShell(words);
  if (given) return inShell(step, given.interpreter, given.script);
  const texts = words.map(({ text }) => text);
  const tool = command.length === 0 ? toolOfImage(image ?? '') : undefined;
  const line = tool === undefined || tool === '' ? texts : [tool, ...texts];
  return line.length === 0 ? [] : activitiesOfWords(step, line, at);
}

/** `sh -ec <script>`. */
function givenToShell(
  words: readonly PlacedText[],
): { readonly interpreter: readonly string[]; readonly script: PlacedText } | undefined {
  if (!SHELLS.has(commandName(words[0]?.text ?? ''))) return undefined;
  const flag = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = words.slice(flag + 1).find(({ text }) => !/^[-+]/.test(text) && text !== 'pipefail');
  if (flag < 0 || !script) return undefined;
  return { interpreter: words.slice(0, words.indexOf(script)).map(({ text }) => text), script };
}

function inShell(
  step: StepWords,
  interpreter: readonly string[],
  { text, placeOf }: PlacedText,
): readonly Activity[] {
  const at = interpreter.findIndex((word) => SHELLS.has(commandName(word)));
  if (at < 0) return [];
  const name = commandName(interpreter[at] ?? '');
  const flags = interpreter.slice(at + 1);
  return activitiesOfScript(step, {
    text,
    placeOf,
    dialect: name === 'pwsh' || name === 'powershell' ? 'powershell' : 'posix',
    options: {
      errexit: flags.some((flag) => /^-[a-z]*e/.test(flag) || flag === 'errexit'),
      pipefail: flags.includes('pipefail'),
    },
    remote: false,
    tool: undefined,
  });
}
