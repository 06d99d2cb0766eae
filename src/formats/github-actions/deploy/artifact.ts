import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { actionName } from '../read/library.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scalarText, scopeOf } from '../read/scope.ts';
import { resolveShell } from '../read/shell-values.ts';
import { isOpen, resolve } from '../read/values.ts';
import { whyOpen } from './open.ts';
import { versionOf } from './version.ts';

/** A text that names what is deployed, and where it stands. */
interface Naming {
  readonly text: string;
  readonly at: Location;
}

/** Is what a job deploys named by digest, commit or release? */
export function immutableArtifact(
  run: JobRun,
  deploys: readonly Activity[],
  recognize: Recognize,
): Fact<boolean> {
  const namings = [
    ...recognize(run).filter(({ recognition }) => recognition.kind === 'names'),
    ...deploys,
  ].flatMap(namingsOf);
  const kinds = namings.map((naming) => ({ naming, version: versionOf(naming.text, run) }));
  const moving = kinds.find(({ version }) => version === 'moving');
  if (moving) return known(false, moving.naming.at);
  const open = kinds.find(({ version }) => version === 'open');
  if (open) return unknown(reasonFor(open.naming.text, run), open.naming.at);
  const [fixed] = kinds;
  if (fixed) return known(true, fixed.naming.at);
  return withoutName(run, deploys);
}

function reasonFor(text: string, run: JobRun): string {
  if (isOpen(text)) return whyOpen(text, run);
  return `\`${text}\` is known only while the job runs`;
}

function namingsOf(activity: Activity): readonly Naming[] {
  const { line, inputs, names, node, at } = activity;
  if (inputs) {
    return names.flatMap((name) => {
      const value = inputs(name);
      return words(value ?? '').map((text) => ({ text, at: node.get('with', name).at }));
    });
  }
  if (!line) return [];
  const texts = line.name === 'kubectl' || line.name === 'oc' ? imagePairs(line.words) : [];
  const flagged = line.values('--image', '--image-tag', '--image-uri', '--docker-image', '--version-label');
  const set = line.values('--set', '--set-string', '-var', '--var').flatMap((value) => value.split(','));
  const named = set.flatMap((pair) => valueOfPair(pair, /(?:image|tag|digest|version)$/i));
  const edited = activity.recognition.kind === 'names' ? editedImages(line.name, line.words) : [];
  return [...texts, ...flagged, ...named, ...edited].flatMap((text) => resolved(text, activity, at));
}

/** Several images in one input stand apart by blanks or commas; an expression's own blanks do not count. */
function words(text: string): readonly string[] {
  return text.match(/(?:\$\{\{.*?\}\}|[^\s,])+/g) ?? [];
}

/** `kubectl set image deployment/shop shop=registry/shop:1.2`. */
function imagePairs(words: readonly string[]): readonly string[] {
  const at = words.indexOf('image');
  if (words[at - 1] !== 'set') return [];
  return words.slice(at + 1).flatMap((word) => valueOfPair(word, /./));
}

/** `kustomize edit set image shop=registry/shop:1.2`, or without a new name. */
function editedImages(tool: string, words: readonly string[]): readonly string[] {
  if (tool === 'kustomize') {
    const at = words.indexOf('image');
    return at < 0 ? [] : words.slice(at + 1).map((word) => valueOfPair(word, /./)[0] ?? word);
  }
  const [script] = words;
  if (script === undefined) return [];
  const replaced =
    /^s(.)(?:(?!\1).)*\1((?:(?!\1).)*)\1/.exec(script)?.[2] ?? /="?([^"]+)"?$/.exec(script)?.[1];
  return replaced && /[$:@]/.test(replaced) ? [replaced.trim().replace(/^.*(?:image|tag):\s*/, '')] : [];
}

function valueOfPair(pair: string, name: RegExp): readonly string[] {
  const equals = pair.indexOf('=');
  const key = equals < 0 ? '' : pair.slice(0, equals);
  return equals >= 0 && name.test(key) ? [pair.slice(equals + 1)] : [];
}

function resolved(text: string, { run, step }: Activity, at: Location): readonly Naming[] {
  return resolveShell(text, scopeOf(run, step), resolve).map((value) => ({ text: value, at }));
}

/** Without a name for a version: files of the checked-out commit and artifacts of the same run are fixed, too. */
function withoutName(run: JobRun, deploys: readonly Activity[]): Fact<boolean> {
  const [deploy] = deploys;
  if (!deploy) return unknown('nothing names what is deployed', run.job.node.header);
  const { deploys: what, by } = deploy.recognition;
  const named = deploy.line !== undefined && (what === 'manifests' || what === 'image');
  if (named)
    return unknown(
      `no version is named; the files that \`${by}\` reads, or the platform, choose it`,
      deploy.at,
    );
  if (what === 'artifact') return known(true, deploy.at);
  if (what === undefined || what === 'release')
    return unknown(`\`${by}\` does not show what it deploys`, deploy.at);
  const pull = deploys.find(({ recognition }) => recognition.by === 'git pull');
  if (pull) return known(false, pull.at);
  const steps = stepsOf(run);
  const source = steps.find((step) => sourceAction(step) !== undefined);
  if (!source) return unknown(`\`${by}\` does not show what it deploys`, deploy.at);
  const ref = source.node.get('with', 'ref');
  const text = scalarText(ref);
  if (sourceAction(source) === 'download' || text === undefined)
    return known(true, source.node.get('uses').at);
  const [value = ''] = resolve(text, scopeOf(run, source));
  const version = versionOf(value, run);
  return version === 'open' ? unknown(whyOpen(value, run), ref.at) : known(version === 'fixed', ref.at);
}

function sourceAction({ node }: Step): 'checkout' | 'download' | undefined {
  const uses = node.get('uses').text;
  const name = uses === undefined ? '' : actionName(uses).toLowerCase();
  if (name === 'actions/download-artifact') return 'download';
  return name === 'actions/checkout' ? 'checkout' : undefined;
}
