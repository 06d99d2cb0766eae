import { known, unknown, type Fact, type PipelineSurface } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { chainOf, isOff } from '../activities/condition.ts';
import { actionName } from '../read/library.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { resolve } from '../read/values.ts';

type Published = PipelineSurface['publishedTokens'][number];

/**
 * Uploads of a folder with the `.git` in which a checkout left its token. From its version 6 on `actions/checkout` keeps
 * the token elsewhere, and from 4.4 on `actions/upload-artifact` leaves hidden files out unless it is told to take them.
 */
export function publishedTokensOf(run: JobRun): readonly Published[] {
  const steps = stepsOf(run).filter((step) => !chainOf(step).some(isOff));
  return steps.flatMap((upload, index) => {
    const path = upload.node.get('with', 'path');
    if (nameOf(upload) !== 'actions/upload-artifact' || path.text === undefined) return [];
    const folders = path.text.split('\n').map((line) => folderOf(line, upload));
    const checkout = steps.slice(0, index).find((step) => keepsToken(step, folders));
    const leaks = checkout && leaksIn(upload, checkout);
    if (!checkout || leaks?.value === false) return [];
    const related = [
      { location: checkout.node.get('uses').at, message: 'this leaves its token in `.git/config`' },
    ];
    return [{ upload: known(path.text.trim(), path.at, related), leaks: leaks ?? known(true, path.at) }];
  });
}

const nameOf = ({ node }: Step): string => actionName(node.get('uses').text ?? '').toLowerCase();

/** A folder that is uploaded as a whole, from the workspace on; undefined for what is no folder or a part of one. */
function folderOf(line: string, step: Step): string | undefined {
  const [text = ''] = resolve(line.trim(), scopeOf(step.run, step));
  if (text === '') return undefined;
  const plain = text.replace(/^\$\{\{\s*github\.workspace\s*\}\}/, '.').replace(/(?:\/\*\*?)*\/*$/, '');
  const relative = plain.replace(/^\.\/+/, '').replace(/^(?:\.|\*\*?)$/, '');
  return /[*?!$]/.test(relative) ? undefined : relative;
}

function keepsToken(step: Step, folders: readonly (string | undefined)[]): boolean {
  if (nameOf(step) !== 'actions/checkout') return false;
  if (scalarText(step.node.get('with', 'persist-credentials'))?.trim() === 'false') return false;
  const to = (scalarText(step.node.get('with', 'path')) ?? '').replace(/^\.\//, '').replace(/\/+$/, '');
  return folders.includes(to) || (to !== '' && folders.includes(''));
}

/** Known when the versions of both actions tell. */
function leaksIn(upload: Step, checkout: Step): Fact<boolean> {
  const hidden = upload.node.get('with', 'include-hidden-files');
  const kept = earlier(versionOf(checkout.node.get('uses')), [6, 0]);
  const taken =
    scalarText(hidden)?.trim() === 'true' ? true : earlier(versionOf(upload.node.get('uses')), [4, 4]);
  const { at } = upload.node.get('with', 'path');
  if (kept === false || taken === false) return known(false, at);
  if (kept && taken) return known(true, at);
  const reason =
    'the versions of the actions, which decide whether `.git/config` holds the token and is uploaded, are named by hash only';
  return unknown(reason, at);
}

/** A major version alone is the newest of it. */
function versionOf(uses: DataNode): readonly [major: number, minor: number] | undefined {
  const match = /@v?(\d{1,3})(?:\.(\d+))?(?:\.\d+)?$/.exec(uses.text ?? '');
  return match?.[1] === undefined ? undefined : [Number(match[1]), Number(match[2] ?? Infinity)];
}

function earlier(
  version: readonly [number, number] | undefined,
  [major, minor]: readonly [number, number],
): boolean | undefined {
  return version && (version[0] < major || (version[0] === major && version[1] < minor));
}
