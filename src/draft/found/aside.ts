import type { Subject } from '../../model/index.ts';

/** Folders whose names say that what stands there is for trying out, and deployed nowhere that stays. */
const FOLDERS = /(?:^|\/)(?:tests?|testdata|e2e|examples?|samples?)\//i;
const FILES = /(?:^|\/)[^/]*\.(?:tests?|examples?)\.[a-z]+$/i;

/** Formats whose files are named for what they deploy; a pipeline in a file for tests is none to leave out. */
const DEPLOYED: ReadonlySet<string> = new Set(['terraform', 'cloudformation', 'kubernetes', 'compose']);

/** Whether a subject is of an example or a test: what a stack there makes is, too, wherever its modules stand. */
export function isAside({ id, format, location: { file } }: Subject): boolean {
  if (FOLDERS.test(file.path)) return true;
  if (!DEPLOYED.has(format)) return false;
  const [stack = ''] = id.split(':', 1);
  return FILES.test(file.path) || FOLDERS.test(`${stack}/`);
}
