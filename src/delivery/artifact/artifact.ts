import { known, unknown, type Fact } from '../../model/index.ts';
import type { CommandLine } from '../arguments.ts';
import type { Activity, Job, Naming } from '../pipeline/pipeline.ts';
import { versionOf } from '../deploy/version.ts';

/** Is what a job deploys named by digest, commit or release? */
export function immutableArtifact(job: Job, deploys: readonly Activity[]): Fact<boolean> {
  const { variables } = job;
  const naming = job.activities().filter(({ recognition }) => recognition.kind === 'names');
  const kinds = [...naming, ...deploys]
    .flatMap(namingsOf)
    .map((one) => ({ naming: one, version: versionOf(one.text, variables) }));
  const moving = kinds.find(({ version }) => version === 'moving');
  if (moving) return known(false, moving.naming.at);
  const open = kinds.find(({ version }) => version === 'open');
  if (open) return unknown(variables.whyOpen(open.naming.text), open.naming.at);
  const [fixed] = kinds;
  if (fixed) return known(true, fixed.naming.at);
  return withoutName(job, deploys);
}

function namingsOf(activity: Activity): readonly Naming[] {
  const { line, at } = activity;
  if (!line) return activity.names();
  const texts = line.name === 'kubectl' || line.name === 'oc' ? imagePairs(line.words) : [];
  const flagged = line.values('--image', '--image-tag', '--image-uri', '--docker-image', '--version-label');
  const set = line.values('--set', '--set-string', '-var', '--var').flatMap((value) => value.split(','));
  const named = set.flatMap((pair) => valueOfPair(pair, /(?:image|tag|digest|version)$/i));
  const edited = activity.recognition.kind === 'names' ? editedImages(line.name, line.words) : [];
  return [...texts, ...pulledImages(line), ...flagged, ...named, ...edited].flatMap((text) =>
    activity.resolve(text).map((value) => ({ text: value, at })),
  );
}

/** `docker pull registry/shop:1.2`, `docker run -d registry/shop:1.2`; a bare word may be anything. */
function pulledImages({ name, words: [command, image] }: CommandLine): readonly string[] {
  const named = name === 'docker' && (command === 'run' || command === 'pull');
  return named && image !== undefined && /[:@/]/.test(image) ? [image] : [];
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

/** What files or the platform choose the version of, where a command does not. */
const CHOSEN: ReadonlySet<Activity['recognition']['deploys']> = new Set(['manifests', 'image']);

/** Without a name for a version: files of the checked-out commit and artifacts of the same run are fixed, too. */
function withoutName(job: Job, deploys: readonly Activity[]): Fact<boolean> {
  const [deploy] = deploys;
  if (!deploy) return unknown('nothing names what is deployed', job.header);
  const { deploys: what, by } = deploy.recognition;
  const chosen = deploys.find(({ line, recognition: one }) => line && CHOSEN.has(one.deploys));
  if (chosen) {
    const reason = `no version is named; the files that \`${chosen.recognition.by}\` reads, or the platform, choose it`;
    return unknown(reason, chosen.at);
  }
  if (what === 'artifact') return known(true, deploy.at);
  const notShown = unknown(`\`${by}\` does not show what it deploys`, deploy.at);
  if (what === undefined || what === 'release') return notShown;
  const pull = deploys.find(({ recognition }) => recognition.by === 'git pull');
  if (pull) return known(false, pull.at);
  return job.workspace() ?? notShown;
}
