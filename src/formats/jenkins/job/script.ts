import type { Script } from '../../../delivery/index.ts';
import type { SourceFile } from '../../../source/index.ts';
import { placeInString, type GroovyCall } from '../../../syntax/groovy/index.ts';
import { rewrite } from '../../rewritten-text.ts';
import { argument, locate } from '../read/nodes.ts';

const INTERPOLATION = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g;
const SHEBANG = /^\s*#!([^\n]*)/;

/** The script of `sh`, `bat`, `powershell` or `pwsh`; undefined when it is not written there, or in another language. */
export function scriptOf(
  file: SourceFile,
  call: GroovyCall,
  variables: ReadonlyMap<string, string>,
): Script | undefined {
  const written = argument(call, 'script') ?? argument(call, 'value');
  const value = written?.kind === 'call' ? written.receiver : written;
  if (value?.kind !== 'string') return undefined;
  const shebang = SHEBANG.exec(value.text)?.[1];
  if (shebang !== undefined && !/\b(?:ba|da|[akz])?sh\b/.test(shebang)) return undefined;
  const { text, placeOf } = rewrite(
    value.text,
    INTERPOLATION,
    (whole) => filled(whole, variables),
    (span) => locate(file, placeInString(value, span)),
  );
  const posix = call.name === 'sh';
  return {
    text,
    placeOf,
    dialect: posix ? 'posix' : 'powershell',
    // Jenkins runs `sh -xe`, unless the script names what runs it.
    options: { errexit: posix && (shebang === undefined || /\s-\w*e/.test(shebang)), pipefail: false },
    remote: false,
    tool: undefined,
  };
}

/** What Groovy fills in, when that is known; else as a variable that the shell's reader understands. */
function filled(whole: string, variables: ReadonlyMap<string, string>): string {
  const path = /^\$\{\s*([\w.]+)/.exec(whole)?.[1];
  if (path === undefined) return whole.replaceAll(/[^${}\w.]/g, '');
  const only = /^\$\{\s*[\w.]+\s*\}$/.test(whole);
  const value = only ? variables.get(path.replace(/^(?:env|params)\./, '')) : undefined;
  return value ?? `\${${path}}`;
}
