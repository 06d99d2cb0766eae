import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Library } from '../read/library.ts';
import { scopeOf } from '../read/scope.ts';
import { isOpen, resolve } from '../read/values.ts';
import type { Job, Workflow } from '../read/workflow.ts';
import known from './known.json' with { type: 'json' };
import { mistake, type Mistake } from './mistake.ts';

const RUNNERS: ReadonlySet<string> = new Set(known.runners);
/** Sizes that an organization may give to machines of GitHub. */
const SIZED = /-(?:\d+-cores?|x?large|gpu|arm(?:64)?|intel)$/;
const HOSTED = /^(?:ubuntu|windows|macos)-(?:[a-z]+|\d[\d.]*)$/;
const WRONG = /^(?:linux|mac|macosx?|osx|win|windows|debian|ubuntu)[-_]?latest$/;

/** Machines that GitHub has not, or not any more, and labels that no machine has all of: such jobs wait for a day. */
export function runnerMistakes({ jobs }: Workflow, library: Library): readonly Mistake[] {
  return [...jobs.values()].flatMap((job) => {
    const node = job.node.get('runs-on');
    if (node.isMap) return [];
    const labels = (node.isList ? node.items() : [node]).flatMap((one) => labelsOf(one, job, library));
    if (labels.some(({ text }) => text === 'self-hosted' || isOpen(text))) return [];
    return [...labels.filter(({ text }) => isNone(text)).map(nameless), ...conflict(node, labels)];
  });
}

interface Label {
  readonly text: string;
  readonly at: Location;
}

/** Of a matrix the cells themselves, where they are texts. */
function labelsOf(node: DataNode, job: Job, library: Library): readonly Label[] {
  const { text } = node;
  if (text === undefined) return [];
  const axis = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(text)?.[1];
  const cells = axis === undefined ? [] : job.node.get('strategy', 'matrix', axis).items();
  if (cells.length > 0)
    return cells.flatMap((cell) =>
      cell.text === undefined ? [] : [{ text: cell.text.toLowerCase(), at: cell.at }],
    );
  const values = resolve(text, scopeOf({ job, library, caller: undefined }));
  return values.map((value) => ({ text: isOpen(value) ? value : value.toLowerCase(), at: node.at }));
}

function isNone(label: string): boolean {
  if (RUNNERS.has(label) || SIZED.test(label)) return false;
  return HOSTED.test(label) || WRONG.test(label);
}

const nameless = ({ text, at }: Label): Mistake => mistake('runner', `GitHub has no runner \`${text}\``, at);

/** A list asks for one machine with all of the labels. */
function conflict(node: DataNode, labels: readonly Label[]): readonly Mistake[] {
  if (!node.isList) return [];
  const [first, ...others] = labels.filter(({ text }) => RUNNERS.has(text));
  if (!first || node.items().length < 2) return [];
  return others
    .filter(
      ({ text, at }) => at.span.start !== first.at.span.start && familyOf(text) !== familyOf(first.text),
    )
    .map(({ text, at }) => mistake('runner', `no runner is both \`${first.text}\` and \`${text}\``, at));
}

const familyOf = (label: string): string => label.slice(0, label.indexOf('-'));
