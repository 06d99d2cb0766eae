import type { Result, Run, ToolComponent } from 'sarif';
import { guidOf } from './guid.ts';
import { lineByLine } from './layout.ts';

export const PRODUCT: { readonly name: string; readonly guid: string } = {
  name: 'Planproof',
  guid: guidOf('tool', 'planproof'),
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/planproof/planproof';

/** The tool as SARIF describes it, without its rules. */
export function driver(version: string): ToolComponent {
  return {
    name: PRODUCT.name,
    fullName: 'Planproof policy-as-code validation toolkit',
    guid: PRODUCT.guid,
    organization: 'Planproof',
    version,
    semanticVersion: version,
    informationUri: HOME,
    language: 'en-US',
    shortDescription: { text: 'Holds what is about to be deployed against the deployment plan.' },
  };
}

/** A run whose results are made one after another: a large tree has some hundred megabytes of them. */
export type LazyRun = Omit<Run, 'results'> & { readonly results: Iterable<Result> };

/** One run, in pieces, where no path is absolute: reports of the same files are the same on every machine. */
export function* log(run: LazyRun): Generator<string> {
  const { tool, ...rest } = run;
  const whole: LazyRun = {
    tool,
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that was checked.' } } },
    columnKind: 'utf16CodeUnits',
    ...rest,
  };
  yield `{
  "$schema": "${SCHEMA}",
  "version": "2.1.0",
  "runs": [`;
  yield* lineByLine(whole, '  ');
  yield ']\n}\n';
}

export const ROOT = '%SRCROOT%';
