import { tellsOfCommits } from '../../../delivery/index.ts';
import type { GroovyBlock } from '../../../syntax/groovy/index.ts';
import { parametersOf } from '../job/scope.ts';
import { allCalls, argument, partsOf, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';

/** Who writes what an expression gives: an outsider, or whoever chooses a parameter; undefined for anybody else. */
export type Source = 'outsider' | { readonly parameter: string } | undefined;

/** Of a change request: its title, its branch, how its author calls himself; names of accounts hold no code. */
const OUTSIDER =
  /^(?:CHANGE_(?:TITLE|BRANCH|AUTHOR_DISPLAY_NAME|AUTHOR_EMAIL)|ghprb(?:PullTitle|PullDescription|PullLongDescription|SourceBranch|CommentBody)|gitlab(?:SourceBranch|MergeRequestTitle|MergeRequestDescription|UserName|TriggerPhrase)|GITHUB_COMMENT|GITHUB_PR_(?:TITLE|BODY|SOURCE_BRANCH)|BITBUCKET_(?:SOURCE_BRANCH|PULL_REQUEST_TITLE|PULL_REQUEST_COMMENT_TEXT))$/;
const PATH = /^(?:env\.|params\.)?(\w+)((?:\??\.(?:trim|toLowerCase|toUpperCase|toString)\(\))*)$/;
const REFERENCE = /\$\{?\s*((?:env\.|params\.)?\w+)/g;

const DEPTH = 8;
/** Values of one variable, and the length of one, that are looked at. */
const VALUES = 10;
const LENGTH = 2_000;

export function createSources(jenkinsfile: Jenkinsfile): (expression: string) => Source {
  const assigned = assignedIn(jenkinsfile);
  const parameters = freeParameters(jenkinsfile);
  const ofPath = (path: string, depth: number): Source => {
    const [, name = ''] = PATH.exec(path) ?? [];
    if (OUTSIDER.test(name)) return 'outsider';
    for (const value of depth < DEPTH ? (assigned.get(name) ?? []) : []) {
      const source = ofText(value, depth + 1);
      if (source) return source;
    }
    return parameters.has(name) ? { parameter: name } : undefined;
  };
  /** Of a value as it is written: a name, one of two, a text with names in it, what Git says of a commit. */
  const ofText = (text: string, depth: number): Source => {
    const plain = text.trim().slice(0, LENGTH);
    if (tellsOfCommits(plain)) return 'outsider';
    if (plain.startsWith('"')) {
      const sources = [...plain.matchAll(REFERENCE)].map(([, path = '']) => ofPath(path, depth));
      return sources.find((one) => one !== undefined);
    }
    const parts = plain.split('?:').map((part) => ofPath(part.trim(), depth));
    return parts.find((one) => one !== undefined);
  };
  return (expression) => ofText(expression, 0);
}

/** Values of variables, also of `env.NAME = …` and of `environment` sections, as they are written. */
function assignedIn({ file, groovy }: Jenkinsfile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const set = (name: string, text: string): void => {
    const values = found.get(name) ?? [];
    found.set(name, values);
    if (values.length < VALUES) values.push(text);
  };
  const waiting: Parameters<typeof partsOf>[0][] = [groovy.body];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind === 'block') readBlock(value, file.text, set);
    for (const part of partsOf(value)) waiting.push(part);
  }
  return found;
}

function readBlock(block: GroovyBlock, text: string, set: (name: string, text: string) => void): void {
  for (const { assigned, value } of block.statements) {
    const written = text.slice(value.start, Math.min(value.end, value.start + LENGTH));
    if (assigned !== undefined) set(assigned, written);
    const [, name, given] = /^env\.(\w+)\s*=((?!=)[\s\S]*)$/.exec(written) ?? [];
    if (name !== undefined && given !== undefined) set(name, given);
  }
}

/** Parameters that take any text. */
function freeParameters(jenkinsfile: Jenkinsfile): ReadonlySet<string> {
  const calls = parametersOf(jenkinsfile).flatMap(allCalls);
  const names = calls.flatMap((call) =>
    call.name === 'string' || call.name === 'text' ? (textOf(argument(call, 'name')) ?? []) : [],
  );
  return new Set(names);
}
