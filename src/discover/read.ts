import { createHash } from 'node:crypto';
import { mistakes } from '../errors/index.ts';
import { decode, type Host, type ReadResult } from '../io/index.ts';
import { sourceFile, type Diagnostic, type SourceFile } from '../source/index.ts';
import { syntaxOf, type FileSyntax, type NamedOnly } from './syntax.ts';

const MB = 1024 * 1024;
/** A larger file is no configuration that a person keeps; reading it would cost every run. */
const MAX_BYTES = 16 * MB;
/** Programs write Terraform's plans, as archives or as JSON: those of large stacks have tens of megabytes. */
const MAX_PLAN_BYTES = 64 * MB;
/** What people write line by line, each of which is judged. GitHub itself loads no CODEOWNERS of 3 MB or more. */
const MAX_LINES_BYTES: Readonly<Partial<Record<FileSyntax | NamedOnly, number>>> = {
  codeowners: 3 * MB,
  crontab: 3 * MB,
  groovy: MB / 4,
};

export type ReadText =
  | { readonly ok: true; readonly file: SourceFile; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly bytes: number; readonly reason: string; readonly diagnostic: Diagnostic };

/** Reads a file as text, or says in a diagnostic why that is not possible. */
export function readText(host: Host, path: string): ReadText {
  const result = host.read(path, limitOf(path));
  if (!result.ok) return unread(path, result);
  const decoded = decode(result.bytes);
  if (decoded.ok) return { ok: true, file: sourceFile(path, decoded.text), bytes: result.bytes };
  const binary = decoded.problem === 'binary';
  const reason = binary
    ? `It is binary: there is a zero byte at offset ${decoded.offset}.`
    : `It is not valid UTF-8: the byte at offset ${decoded.offset} does not belong there.`;
  const help = binary ? undefined : 'Save the file as UTF-8.';
  return {
    ok: false,
    bytes: result.bytes.length,
    reason,
    diagnostic: {
      code: `io/${decoded.problem}`,
      level: 'error',
      message: reason,
      path,
      ...(help && { help }),
    },
  };
}

/** The text of a file that was read before; that it is another one now ends the run, whose places would be wrong. */
export function readTextAgain(host: Host, path: string, sha256: string): string {
  const text = readText(host, path);
  if (!text.ok || digest(text.bytes) !== sha256) throw mistakes.fileChanged(path);
  return text.file.text;
}

/** What names a file's content. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file that has no text. */
export function readBinary(host: Host, path: string): ReadText {
  const result = host.read(path, limitOf(path));
  return result.ok ? { ok: true, file: sourceFile(path, ''), bytes: result.bytes } : unread(path, result);
}

function limitOf(path: string): number {
  const syntax = syntaxOf(path);
  if (syntax === 'json' || syntax === 'zip') return MAX_PLAN_BYTES;
  return (syntax && MAX_LINES_BYTES[syntax]) ?? MAX_BYTES;
}

function unread(path: string, { problem, bytes }: Extract<ReadResult, { ok: false }>): ReadText {
  const reason = reasonOf(path, problem, bytes, limitOf(path));
  return {
    ok: false,
    bytes,
    reason,
    diagnostic: { code: `io/${problem}`, level: 'error', message: reason, path },
  };
}

function reasonOf(
  path: string,
  problem: 'missing' | 'denied' | 'too-large' | 'failed',
  bytes: number,
  limit: number,
): string {
  switch (problem) {
    case 'missing':
      // What is not UTF-8 in a name comes as this sign, under which no file is found.
      return path.includes('\ufffd')
        ? 'The file cannot be opened: its name is not valid UTF-8.'
        : 'The file is gone, or it is no regular file.';
    case 'denied':
      return 'The file may not be read: permission denied.';
    case 'too-large':
      return `The file is too large: ${bytes} bytes, and at most ${limit} are read.`;
    case 'failed':
      return 'Reading the file failed.';
  }
}
