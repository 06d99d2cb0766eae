import { mistakes } from '../../../errors/index.ts';
import { PARTS, renderPlan, type PartId, type RenderFormat } from '../../../render/index.ts';
import { examine } from '../../../run/index.ts';
import { prepareCheck } from '../../check.ts';
import { EXIT } from '../../exit.ts';
import { parseOutputs, writeOutput } from '../../outputs.ts';

/** Flags of `planproof plan render` as commander gives them. */
interface Flags {
  readonly plan?: string;
  readonly part?: readonly string[];
  readonly output?: readonly string[];
  readonly policies?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly varFile?: readonly string[];
  readonly config?: string;
  readonly asOf?: string;
}

const FORMATS: readonly RenderFormat[] = ['markdown', 'html'];

/** Options → run → document → streams. */
export async function runPlanRender(given: readonly string[], raw: Record<string, unknown>): Promise<number> {
  // Commander built the record from the options that command.ts declares.
  const flags = raw as Flags;
  const outputs = parseOutputs(flags.output ?? [], FORMATS);
  const only = flags.part?.map(partOf);
  const { host, options, finished } = await prepareCheck(given, flags);
  const { report, plan, subjects } = await examine(host, options);
  finished();
  if (!plan) throw mistakes.planNotFound(given[0] ?? '.');
  const material = { report, statements: plan.statements, subjects, ...(only && { only }) };
  for (const { id, file } of outputs) {
    // What is no format was refused above.
    const text = await renderPlan(material, id as RenderFormat);
    writeOutput(file, [text]);
  }
  return EXIT.passed;
}

function partOf(given: string): PartId {
  const part = PARTS.find(({ id }) => id === given);
  if (!part) throw mistakes.valueInvalid('--part', given, `one of ${PARTS.map(({ id }) => id).join(', ')}`);
  return part.id;
}
