import { expect, it } from 'vitest';
import { discoverAll } from '../../test/support/discover.ts';
import { memoryHost, type Host } from '../io/index.ts';
import { sourceFile } from '../source/index.ts';
import { textsToForget } from './texts.ts';

const WORKFLOW = 'on: push\njobs: { test: { steps: [{ run: make test }] } }\n';

/** A host that counts what is read, with a file beside that makes a run large. */
function hostOf(files: Record<string, string>, padding = 5_000_000): { host: Host; read: string[] } {
  const inner = memoryHost({ ...files, 'padding.yaml': `# ${'x'.repeat(padding)}\n` });
  const read: string[] = [];
  return { read, host: { ...inner, read: (path, limit) => (read.push(path), inner.read(path, limit)) } };
}

const PATH = '.github/workflows/test.yml';

it('reads the text of a file again in a large run, once all its formats have read it', async () => {
  const { host, read } = hostOf({ [PATH]: WORKFLOW });
  const discovery = await discoverAll(host);
  const files = new Set(discovery.hashes.keys());
  const [file] = files;
  textsToForget(host, discovery).forget(files, []);
  expect(read.filter((path) => path === PATH)).toHaveLength(1);
  expect([file?.text, file?.text]).toEqual([WORKFLOW, WORKFLOW]);
  expect(read.filter((path) => path === PATH)).toHaveLength(2);
});

it('keeps texts in a small run, and those that another format is going to read', async () => {
  for (const small of [true, false]) {
    const { host, read } = hostOf({ [PATH]: WORKFLOW }, small ? 10 : undefined);
    const discovery = await discoverAll(host);
    const [file] = discovery.hashes.keys();
    const [claimed] = discovery.claimed.values();
    if (!file || !claimed) throw new Error('nothing was read');
    if (!small) discovery.claimed.set('another', claimed);
    textsToForget(host, discovery).forget(new Set([file]), []);
    expect(file.text).toBe(WORKFLOW);
    expect(read.filter((path) => path === PATH)).toHaveLength(1);
  }
});

it('tidies memory when much was let go of, and not for each format', async () => {
  const { host } = hostOf({ [PATH]: WORKFLOW, 'big.tf': `# ${'x'.repeat(5_000_000)}\n` });
  const discovery = await discoverAll(host);
  const files = [...discovery.hashes.keys()];
  let tidied = 0;
  const texts = textsToForget(host, discovery, () => tidied++);
  texts.forget(new Set(files.filter(({ path }) => path === PATH)), []);
  expect(tidied).toBe(0);
  texts.forget(new Set(files.filter(({ path }) => path === 'big.tf')), []);
  expect(tidied).toBe(1);
});

it('keeps the text of a document that stands within another file', async () => {
  const { host } = hostOf({ [PATH]: WORKFLOW });
  const inner = sourceFile(PATH, 'inner: true\n');
  textsToForget(host, await discoverAll(host)).forget(new Set([inner]), []);
  expect(inner.text).toBe('inner: true\n');
});

it('ends the run when a file is another one when it is read again', async () => {
  const { host } = hostOf({ [PATH]: WORKFLOW });
  const discovery = await discoverAll(host);
  const changed = memoryHost({ [PATH]: `${WORKFLOW}#` });
  const files = new Set(discovery.hashes.keys());
  textsToForget(changed, discovery).forget(files, []);
  expect(() => [...files][0]?.text).toThrow(`"${PATH}" changed while it was checked.`);
});
