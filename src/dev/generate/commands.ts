import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Output } from './output.ts';

/** Puts what each `$ planproof …` in a document prints below it, run in `fixtures/`. */
export function fillCommands(path: string, output: Output): void {
  const text = readFileSync(path, 'utf8').replace(
    /(```console\n\$ planproof ([^\n]*)\n)[\s\S]*?```/g,
    (_, head: string, args: string) => `${head}${outputOf(args)}\`\`\``,
  );
  output.write(path, text);
}

function outputOf(args: string): string {
  const words = [...args.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...words], {
    cwd: 'fixtures',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return stdout;
}
