import { known, type Fact, type SubjectOf } from '../../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../../secrets/index.ts';
import { assignmentsOf, chainOf, type Build, type Setting, type Stage } from '../read/stages.ts';

const FILLED_IN = /\$|\{\{/;
/** Files that hold what opens something, by the names that programs give them. */
const FILES =
  /(?:^|\/)(?:\.env(?:\.(?:local|prod|production))?|\.netrc|\.pgpass|\.git-credentials|\.pypirc|id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]{0,60}\.(?:p12|pfx|key)|\.aws(?:\/credentials)?\/?|\.ssh\/?|\.docker\/config\.json|\.kube\/config)$/;

interface Named extends Setting {
  readonly keyword: string;
}

/** Arguments and variables that take a secret. */
function settings(stages: readonly Stage[]): readonly Named[] {
  return stages
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')
    .flatMap((instruction): readonly Named[] => {
      const { keyword } = instruction;
      if (keyword === 'ENV') return assignmentsOf(instruction).map((one) => ({ ...one, keyword }));
      return instruction.words.map(({ text, span }) => {
        const split = text.indexOf('=');
        return split < 0
          ? { keyword, name: text, value: '', span }
          : { keyword, name: text.slice(0, split), value: text.slice(split + 1), span };
      });
    })
    .filter(({ name }) => takesSecret(name));
}

/** What stays in the image or its history: arguments are in it, and what is copied stays when it is deleted later. */
export function keptSecrets(build: Build): readonly { readonly what: Fact<string> }[] {
  const { locate, last } = build;
  const named = settings(chainOf(last))
    .filter(({ keyword, value }) => keyword === 'ARG' || (value !== '' && !isSwitch(value)))
    .map(({ keyword, name, span }) => ({ what: known(`${keyword} ${name}`, locate(span)) }));
  const copied = chainOf(last)
    .flatMap((stage) => stage.instructions)
    .filter(
      ({ keyword, flags }) =>
        (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name }) => name === 'from'),
    )
    .flatMap((copy) => (copy.list ?? copy.words).slice(0, -1))
    .filter(({ text }) => FILES.test(text))
    .map(({ text, span }) => ({ what: known(`the file ${text}`, locate(span)) }));
  return [...named, ...copied];
}

const isSwitch = (value: string): boolean => /^(?:true|false|yes|no|0|1|\/\S*)$/i.test(value);

/** Secrets that stand in the file. */
export function literalSecrets(build: Build): readonly SubjectOf<'credential'>[] {
  return settings(build.stages).flatMap(({ keyword, name, value, span }) => {
    if (value.length < SHORTEST_SECRET || FILLED_IN.test(value) || !isLiteralSecret(value)) return [];
    const at = build.locate(span);
    const { path } = build.file;
    return [
      {
        kind: 'credential' as const,
        id: `${path}:${keyword.toLowerCase()}.${name}`,
        name: `${name} of ${path}`,
        format: 'dockerfile',
        location: at,
        facts: { literal: known(true, at), shown: known(false, at) },
      },
    ];
  });
}
