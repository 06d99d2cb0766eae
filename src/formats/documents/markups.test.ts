import { expect, test } from 'vitest';
import { memoryHost } from '../../io/index.ts';
import { discoverAll } from '../../../test/support/discover.ts';
import { valueOf, type SubjectOf } from '../../model/index.ts';
import { format } from './index.ts';

/** The documents of a tree, by their paths; `hidden` files are not scanned, but may be read. */
async function read(
  files: Readonly<Record<string, string>>,
  hidden: Readonly<Record<string, string>> = {},
): Promise<(path: string) => SubjectOf<'document'>['facts']> {
  const { claimed } = await discoverAll(memoryHost(files));
  const all = { ...files, ...hidden };
  const { subjects } = await format.normalize((claimed.get('documents')?.documents ?? []) as never, {
    environmentOf: () => undefined,
    readText: (path) => all[path],
    filesBelow: () => undefined,
    exists: (path) => path in all,
  });
  return (path) => {
    const subject = subjects.find(({ id }) => id === path);
    if (subject?.kind !== 'document') throw new Error(`no document ${path}`);
    return subject.facts;
  };
}

const links = ({ links: found }: SubjectOf<'document'>['facts']): readonly string[] =>
  found.map(({ target, resolves }) => `${valueOf(target)}: ${String(valueOf(resolves))}`);
const sections = ({ sections: found }: SubjectOf<'document'>['facts']): readonly string[] =>
  found.map((s) => `${s.level} ${valueOf(s.heading)} ${s.topic} ${s.steps}/${s.commands}/${s.words}`);

test('the same runbook has the same sections in each markup', async () => {
  const facts = await read({
    'a.md':
      '# Back\n\n## Rolling back\n\n1. Stop.\n\n   ```sh\n   kubectl get pods\n   ```\n2. Look.\n\n## Verification\n\nAll well.\n',
    'a.adoc':
      '= Back\n\n== Rolling back\n\n. Stop.\n+\n[source,sh]\n----\nkubectl get pods\n----\n. Look.\n\n== Verification\n\nAll well.\n',
    'a.rst':
      'Back\n====\n\nRolling back\n------------\n\n#. Stop.\n\n   .. code-block:: sh\n\n      kubectl get pods\n\n#. Look.\n\nVerification\n------------\n\nAll well.\n',
  });
  const expected = [
    '1 Back other 2/1/4',
    '2 Rolling back rollback 2/1/2',
    '2 Verification verification 0/0/2',
  ];
  for (const path of ['a.md', 'a.adoc', 'a.rst']) expect(sections(facts(path)), path).toEqual(expected);
});

test('the title of a list in AsciiDoc tells what it is about', async () => {
  const facts = await read({
    'a.adoc': '= Restore\n\n.Prerequisites\n* Access\n\n.Procedure\n. Go.\n\n.Verification\n. Look.\n',
  });
  expect(sections(facts('a.adoc')).slice(1)).toEqual([
    '2 Prerequisites prerequisites 0/0/1',
    '2 Procedure steps 1/0/1',
    '2 Verification verification 1/0/1',
  ]);
});

test('links of AsciiDoc lead to sections by all the names that its tools give them', async () => {
  const facts = await read({
    'a.adoc':
      '= A\n\n<<_going_back>> <<going-back>> <<Going back>> <<own>> <<gone>> xref:b.adoc#_there[] xref:b.adoc#gone[]\nlink:b.html[] link:{site}/x[] xref:c.adoc[]\n\n[#own]\n== Going back\n',
    'b.adoc': '= B\n\n== There\n',
    'modules/ROOT/pages/p.adoc': 'xref:deep/q.adoc[] image::i.png[]\n',
  });
  expect(links(facts('a.adoc'))).toEqual([
    ...['#_going_back: true', '#going-back: true', '#Going back: true', '#own: true', '#gone: false'],
    ...['b.adoc#_there: true', 'b.adoc#gone: false', 'b.html: true', '{site}/x: undefined', 'c.adoc: false'],
  ]);
  expect(links(facts('modules/ROOT/pages/p.adoc'))).toEqual(['deep/q.adoc: undefined']);
});

test('labels of reStructuredText are looked for on all pages, where the site makes none itself', async () => {
  const page =
    '.. _here:\n\nHere\n====\n\n:ref:`there` :ref:`gone` :doc:`b` :doc:`c` `Here`_ `Nobody`_ :ref:`python:x`\n';
  const other = { 'docs/b.rst': '.. _There:\n\nB\n=\n' };
  const found = [
    'there: true',
    'gone: false',
    'b.rst: true',
    'c.rst: false',
    '#here: true',
    '#nobody: false',
  ];
  const plain = await read({ 'docs/a.rst': page, ...other }, { 'docs/conf.py': 'project = "a"' });
  expect(links(plain('docs/a.rst'))).toEqual([...found, 'python:x: undefined']);
  const extended = await read(
    { 'docs/a.rst': page, ...other },
    { 'docs/conf.py': 'extensions = ["sphinx.ext.intersphinx"]' },
  );
  expect(links(extended('docs/a.rst'))[1]).toBe('gone: undefined');
  expect(links((await read({ 'docs/a.rst': page }))('docs/a.rst'))[1]).toBe('gone: undefined');
});

test('what builds and extensions put elsewhere is not said to be missing', async () => {
  const facts = await read({
    'a.adoc': 'image::gone.png[]\n\ninclude::gone.yaml[]\n\nlink:gone.html[]\n',
    'docs/b.rst': '.. _There: ../../gone/page\n\n.. image:: gone.png\n\n:doc:`gone`\n',
  });
  expect(links(facts('a.adoc'))).toEqual(['gone.png: undefined', 'gone.yaml: undefined', 'gone.html: false']);
  expect(links(facts('docs/b.rst'))).toEqual([
    '../../gone/page: undefined',
    'gone.png: false',
    'gone.rst: false',
  ]);
  const made = await read({ 'docs/b.rst': ':doc:`gone`\n' }, { 'docs/conf.py': '"sphinx.ext.autosummary"' });
  expect(links(made('docs/b.rst'))).toEqual(['gone.rst: undefined']);
});

test('what a document includes is a part of it, and not again of itself', async () => {
  const facts = await read(
    {
      'a.adoc': '= A\n\ninclude::parts/b.adoc[leveloffset=+1]\n\n== End\n',
      'parts/b.adoc': '= Rollback\n\n. Stop.\n\ninclude::../a.adoc[]\n',
      'c.rst': 'C\n=\n\n.. include:: parts/d.txt\n',
      'e.adoc': '= E\n\ninclude::{folder}/f.adoc[]\n\ninclude::config.yaml[]\n',
    },
    { 'parts/d.txt': 'Verification\n============\n\nLook here.\n', 'config.yaml': '' },
  );
  expect(sections(facts('a.adoc'))).toEqual([
    '1 A other 1/0/1',
    '2 Rollback rollback 1/0/1',
    '2 End other 0/0/0',
  ]);
  expect(valueOf(facts('a.adoc').whole)).toBeUndefined();
  expect(sections(facts('c.rst'))).toEqual(['1 C other 0/0/2', '2 Verification verification 0/0/2']);
  expect(valueOf(facts('c.rst').whole)).toBe(true);
  expect(valueOf(facts('e.adoc').whole)).toBeUndefined();
});

test('placeholders are found in each markup, and names that a document sets are none', async () => {
  const facts = await read({
    'a.adoc': ':your-name: x\n\nTODO: write. {your-name} `TODO`\n// TODO\n',
    'a.rst': 'TODO: write. ``TODO``\n\n.. TODO\n',
  });
  for (const path of ['a.adoc', 'a.rst'])
    expect(
      facts(path).placeholders.map(({ text }) => valueOf(text)),
      path,
    ).toEqual(['TODO']);
});
