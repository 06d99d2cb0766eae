import { type Fact } from '../../../model/index.ts';
import { scalarText } from '../../data-node.ts';
import { actionName } from '../read/library.ts';
import { outermost, stepsOf, type JobRun, type Step } from '../read/run.ts';
import { unguardedOf } from '../surface/guard.ts';

/** Where files stand that the run which started the workflow left, and with which an outsider may have filled them. */
export interface ForeignFiles {
  /** Folders of the workspace, without slashes at their ends; empty for the workspace itself. */
  readonly folders: readonly string[];
  /** Nobody of the repository has looked at the request before. */
  readonly unguarded: Fact<boolean>;
}

const remembered = new WeakMap<JobRun, ForeignFiles | { readonly none: true }>();

/** Undefined where there are none. */
export function foreignFilesOf(run: JobRun): ForeignFiles | undefined {
  const found = remembered.get(run) ?? find(run) ?? { none: true };
  remembered.set(run, found);
  return 'none' in found ? undefined : found;
}

function find(run: JobRun): ForeignFiles | undefined {
  if (!outermost(run).job.workflow.triggers.has('workflow_run')) return undefined;
  const folders = stepsOf(run).flatMap((step) => folderOf(step) ?? []);
  if (folders.length === 0) return undefined;
  const unguarded = unguardedOf(run, []);
  return unguarded.value === false ? undefined : { folders, unguarded };
}

/** The folder to which a step unpacks what the run before uploaded. */
function folderOf({ node }: Step): string | undefined {
  const uses = node.get('uses').text;
  if (uses === undefined) {
    const script = node.get('run').text ?? '';
    const folder = /\bgh\s+run\s+download\b(?:[^\n;&|]*?\s(?:-D|--dir)[\s=]+(?<folder>[\w./-]+))?/.exec(
      script,
    );
    return folder ? plain(folder.groups?.['folder'] ?? '') : undefined;
  }
  const given = (name: string): string => scalarText(node.get('with', name)) ?? '';
  switch (actionName(uses).toLowerCase()) {
    case 'actions/download-artifact':
      return given('run-id').includes('workflow_run') ? plain(given('path')) : undefined;
    case 'dawidd6/action-download-artifact':
      return given('run_id').includes('workflow_run') ? plain(given('path')) : undefined;
    case 'actions/github-script':
      return given('script').includes('downloadArtifact') ? '' : undefined;
    default:
      return undefined;
  }
}

const plain = (folder: string): string => folder.replace(/^\.\//, '').replace(/\/+$/, '').replace(/^\.$/, '');

/** A command that gives a file as it is; what is piped on may have been made harmless. */
const READ = /(?:\b(?:cat|head|tail|jq)\s|\$\(\s*<)([^()|`;&]+)[)`]/g;

/** Is what an outsider left in a file a part of a text's value, by `$(cat file)`? */
export function readsForeignFile(text: string, { folders }: ForeignFiles): boolean {
  return [...text.matchAll(READ)].some(([, words = '']) =>
    words.split(/\s+/).some((word) => isIn(folders, word)),
  );
}

/** Is a word the path of such a file? */
export function isIn(folders: readonly string[], word: string): boolean {
  const path = word.replace(/^["']|["']$/g, '').replace(/^\.\//, '');
  if (path === '' || /^[-/~$<.|]|[$*{}]/.test(path.replace(/^\.\b/, ''))) return false;
  return folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}
