import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A sound file under the name that it is tried under. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it says nothing without. */
  readonly beside: Readonly<Record<string, Uint8Array>>;
}

const SAMPLES = 'src/formats/terraform/plan/binary/samples/tfplan';
/** Plans and templates are known by what is in them. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\.tf$/, 'main.tf'],
  [/\.tf\.json$/, 'main.tf.json'],
  [/\.tfvars$/, 'terraform.tfvars'],
  [/\.ya?ml$/, 'template.yaml'],
  [/\.json$/, 'plan.json'],
];

/** What our own fixtures, examples and samples hold, one list for each kind of file, in the order of their paths. */
export function seeds(): Readonly<Record<string, readonly Seed[]>> {
  const kinds: Record<string, Seed[]> = { tfplan: [{ name: 'tfplan', bytes: read(SAMPLES), beside: {} }] };
  for (const path of ['fixtures', 'policies/rules', 'src/formats/cloudformation/samples'].flatMap(below)) {
    const name = NAMES.find(([pattern]) => pattern.test(path))?.[1];
    if (name === undefined || path.endsWith('expected.json')) continue;
    const main = join(dirname(path), 'main.tf');
    const beside = name.endsWith('.tfvars') && existsSync(main) ? { 'main.tf': read(main) } : {};
    (kinds[name] ??= []).push({ name, bytes: read(path), beside });
  }
  return kinds;
}

function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? below(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function read(path: string): Uint8Array {
  return Uint8Array.from(readFileSync(path));
}
