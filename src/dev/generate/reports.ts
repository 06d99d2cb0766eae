import { readdirSync, readFileSync } from 'node:fs';
import { nodeHost } from '../../io/index.ts';
import { reporters } from '../../reporters/index.ts';
import { check } from '../../run/index.ts';
import type { Output } from './output.ts';

/** The day on which the stories of `fixtures/` take place. */
const STORY_DAY = '2026-11-24';

const FILES: Readonly<Record<string, string>> = {
  console: 'console.txt',
  html: 'report.html',
  json: 'report.json',
  markdown: 'report.md',
  sarif: 'evidence.sarif',
  'sarif-github': 'github.sarif',
};

/** The stories that show every report; the others show the screen. */
const SHOWCASES: readonly string[] = ['webshop', 'webshop-drifted'];

/** The reports of a story, by file name; the same bytes whenever they are made. */
async function reportsOf(story: string): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const report = await check(nodeHost(`fixtures/${story}`), {
    paths: [''],
    include: [],
    exclude: [],
    rules: [],
    skipRules: [],
    minSeverity: 'note',
    failOn: 'error',
    waivers: [],
    today: STORY_DAY,
    asOf: true,
    version,
  });
  const texts = new Map<string, string>();
  const shown = reporters.filter(({ id }) => id === 'console' || SHOWCASES.includes(story));
  for (const { id, load } of shown)
    texts.set(FILES[id] ?? id, (await load()).render(report, { color: false, width: 100 }));
  return texts;
}

/** `reports/<story>/`: golden files and showcase at once. */
export async function writeReports(output: Output): Promise<void> {
  for (const story of readdirSync('fixtures')) {
    for (const [name, text] of await reportsOf(story)) output.write(`reports/${story}/${name}`, text);
  }
}
