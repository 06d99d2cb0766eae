import { sourceFile, type SourceFile } from '../../source/index.ts';
import { parseHcl } from './parse.ts';
import type { HclFile } from './tree.ts';

/** Texts and comments, which stay; then what River has and HCL has not: raw texts, and names with points before a brace, a label or a call. */
const TOKENS =
  /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`[^`]*`|\b[a-z_]\w{0,60}(?:\.[a-z_]\w{0,60}){1,8}(?=[ \t]*(?:\(|"[^"\n]{0,200}"[ \t]*\{|\{))/gi;

/**
 * Parses a file of Grafana Alloy, whose language is HCL with points in the types of blocks. They are read as `-`, which no name of
 * Alloy has; what takes the place of anything is as long as that, so that all offsets stay true.
 */
export function parseRiver(file: SourceFile): HclFile {
  const text = file.text.replace(TOKENS, (token) => {
    if (token.startsWith('/')) return token;
    // A text is one as it stands: what interpolates in HCL does not here.
    if (token.startsWith('"')) return token.replaceAll(/[$%](?=\{)/g, '_');
    if (!token.startsWith('`')) return token.replaceAll('.', '-');
    return `"${token.slice(1, -1).replaceAll(/["\\\n\r]|[$%](?=\{)/g, '_')}"`;
  });
  const parsed = parseHcl(sourceFile(file.path, text));
  const diagnostics = parsed.diagnostics.map((one) =>
    one.location ? { ...one, location: { ...one.location, file } } : one,
  );
  const comments = parsed.comments.map((one) => ({ ...one, location: { ...one.location, file } }));
  return { ...parsed, file, diagnostics, comments };
}
