import type { Run, ToolComponent } from 'sarif';
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

/** One run, where no path is absolute: reports of the same files are the same on every machine. */
export function log(run: Run): string {
  const { tool, ...rest } = run;
  const whole: Run = {
    tool,
    originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that was checked.' } } },
    columnKind: 'utf16CodeUnits',
    ...rest,
  };
  return `{
  "$schema": "${SCHEMA}",
  "version": "2.1.0",
  "runs": [${lineByLine(whole, '  ')}]
}
`;
}

export const ROOT = '%SRCROOT%';
