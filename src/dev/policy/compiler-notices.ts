import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = `\n${'-'.repeat(80)}\n\n`;
const LICENCE = /^(?:licen[cs]e|copying|notice)/i;

/** What is inside the compiler's Wasm: Go's own library and each module, at its version, with its licence. */
export function compilerNotices(source: string): string {
  const go = (...args: readonly string[]): string =>
    execFileSync('go', args, {
      cwd: source,
      encoding: 'utf8',
      env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm' },
    }).trim();
  const listed = go('list', '-deps', '-f', '{{with .Module}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}', '.');
  const modules = [...new Set(listed.split('\n'))]
    .map((line) => line.split('\t'))
    .filter(([, version]) => version);
  const root = go('env', 'GOROOT');
  return [
    notice('Go', go('env', 'GOVERSION'), root),
    ...modules.map(([path = '', version = '', folder = '']) => notice(path, version, folder)).sort(),
  ].join(RULE);
}

function notice(name: string, version: string, folder: string): string {
  const files = readdirSync(folder)
    .filter((entry) => LICENCE.test(entry))
    .sort();
  if (files.length === 0)
    throw new Error(`${name} is in the compiler but comes without the text of its licence.`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${name} ${version}\n\n${texts.join('\n\n')}\n`;
}
