import { createHash } from 'node:crypto';
import { assess, type FileReport, type Report, type Tailoring } from '../../assess/index.ts';
import {
  known,
  unknown,
  type Subject,
  type SubjectKind,
  type WatchAspect,
  type WatchFacts,
} from '../../model/index.ts';
import type { PlanStep } from '../../plan/index.ts';
import type { CriterionId, Evaluation, Rule, RuleEvaluation, Violation } from '../../policy/index.ts';
import { sourceFile, type Diagnostic, type Location, type SourceFile } from '../../source/index.ts';
import type { Waiver } from '../../waivers/index.ts';

/** What a story tells; the real `assess` makes a report of it, so that counts and states are true. */
export interface Story {
  readonly files: readonly SourceFile[];
  /** Other files of the population. */
  readonly skipped?: readonly FileReport[];
  readonly plan?: Location | undefined;
  readonly completeness?: readonly PlanStep[];
  readonly rules: readonly Rule[];
  readonly subjects: readonly Subject[];
  readonly results: Readonly<Record<string, Partial<Result>>>;
  readonly waivers?: readonly Waiver[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly tailoring?: ReadonlyMap<CriterionId, Tailoring>;
  readonly scope?: readonly string[];
  readonly asOf?: boolean;
}

/** One rule's answers; subjects are named by id alone. */
interface Result {
  readonly violated: readonly Answer[];
  readonly undecided: readonly Answer[];
  readonly passed: readonly string[];
  readonly failure: string;
}

/** Subject id, fact, message or reason, and other places as subject id, fact, message. */
type Answer = readonly [string, string, string, ...(readonly [string, string, string])[]];

const TODAY = '2026-11-24';

export function reportOf(story: Story): Report {
  const { files, plan, rules, subjects } = story;
  return assess({
    tool: { version: '0.1.0', policyDigest: sha256('policies') },
    rules: [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
    evaluation: evaluationOf(story),
    subjects,
    plan: plan && {
      title: 'Webshop 2.0',
      version: '3',
      owner: 'platform',
      location: plan,
      sha256: sha256(plan.file.text),
    },
    ...(plan && story.completeness && { completeness: story.completeness }),
    tailoring: story.tailoring ?? new Map(),
    waivers: story.waivers ?? [],
    diagnostics: story.diagnostics ?? [],
    files: [...files.map((file) => examined(file, subjects)), ...(story.skipped ?? [])].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    ),
    scope: story.scope ?? [],
    failOn: 'error',
    today: TODAY,
    asOf: story.asOf ?? false,
  });
}

function examined(file: SourceFile, subjects: readonly Subject[]): FileReport {
  const own = subjects.filter(({ location }) => location.file === file);
  return {
    path: file.path,
    status: 'examined',
    bytes: Buffer.byteLength(file.text),
    sha256: sha256(file.text),
    formats: [...new Set(own.map(({ format }) => format))].sort(),
    subjects: own.length,
  };
}

function evaluationOf({ rules, subjects, results }: Story): Evaluation {
  const kindOf = new Map(subjects.map(({ id, kind }) => [id, kind]));
  const kind = (id: string): SubjectKind => {
    const found = kindOf.get(id);
    if (!found) throw new Error(`The story has no subject "${id}".`);
    return found;
  };
  return new Map(
    rules.map((rule): [string, RuleEvaluation] => {
      const { violated = [], undecided = [], passed = [], failure } = results[rule.id] ?? {};
      const violations = violated.map(([subject, fact, message, ...related]): Violation => ({
        kind: kind(subject),
        subject,
        path: pathOf(fact),
        message,
        related: related.map(([other, place, words]) => ({
          kind: kind(other),
          subject: other,
          path: pathOf(place),
          message: words,
        })),
      }));
      return [
        rule.id,
        {
          violations,
          undecided: undecided.map(([subject, fact, reason]) => ({
            kind: kind(subject),
            subject,
            path: pathOf(fact),
            reason,
          })),
          examined: passed.map((subject) => ({ kind: kind(subject), subject })),
          ...(failure !== undefined && { failure }),
        },
      ];
    }),
  );
}

const pathOf = (fact: string): string[] => (fact === '' ? [] : fact.split('.'));

export function file(path: string, ...lines: readonly string[]): SourceFile {
  return sourceFile(path, `${lines.join('\n')}\n`);
}

/** The first place of a text in a file, after another text if one is given. */
export function at(source: SourceFile, text: string, after = ''): Location {
  const start = source.text.indexOf(text, after === '' ? 0 : source.text.indexOf(after));
  if (start < 0) throw new Error(`"${source.path}" does not hold "${text}".`);
  return { file: source, span: { start, end: start + text.length } };
}

/** A subject whose facts matter only for where they are: `encrypted` or `containers.0.privileged` → place. */
export function subject(
  kind: SubjectKind,
  id: string,
  location: Location,
  options: {
    readonly name?: string;
    readonly format: string;
    readonly environment?: string;
    readonly facts?: Readonly<Record<string, Location>>;
    readonly watch?: readonly Watch[];
  },
): Subject {
  const { name = id, format, environment, facts = {}, watch = [] } = options;
  // Reporters see places only; the facts' values are left out.
  return {
    kind,
    id,
    name,
    format,
    location,
    facts: { ...readFacts(kind, watch.map(watchOf)), ...factTree(facts) },
    ...(environment !== undefined && { environment }),
  } as unknown as Subject;
}

/** An aspect, and who watches, as kind and id; else why nobody is asked to, or why that is not known. */
export type Watch = readonly [
  aspect: WatchAspect,
  state: 'by' | 'exempt' | 'unknown' | 'nothing',
  ...words: readonly string[],
];

function watchOf([aspect, state, ...words]: Watch): WatchFacts {
  const [first = ''] = words;
  const by = words.map((word) => {
    const [kind = '', id = ''] = word.split(' ');
    return { kind, id };
  });
  return {
    aspect,
    exempt: known(state === 'exempt' ? first : null),
    by: state === 'unknown' ? unknown(first) : known(state === 'by' ? by : []),
  };
}

/** The facts whose values the assessment reads: for the matrix, and for what a plan needs. */
function readFacts(kind: SubjectKind, watch: readonly WatchFacts[]): object {
  const none = known(null);
  if (kind === 'plan-component') return { watch, criticality: known('critical'), type: known('service') };
  if (kind === 'plan-environment') return { services: [], provider: none };
  if (kind !== 'plan') return {};
  const infrastructure = watch.length > 0 ? [{ concern: 'nodes', watch }] : [];
  return { monitoring: { infrastructure }, provider: none, tool: none, stateBackend: none };
}

function factTree(facts: Readonly<Record<string, Location>>): object {
  const tree: Record<string, unknown> = {};
  for (const [path, place] of Object.entries(facts)) {
    const keys = path.split('.');
    let node = tree;
    for (const key of keys.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
    node[keys.at(-1) ?? ''] = known(null, place);
  }
  return tree;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
