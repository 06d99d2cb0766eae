import type { Diagnostic, Location, RelatedLocation } from '../../../source/index.ts';
import type { HclFile } from '../../../syntax/hcl/index.ts';
import type { Value } from '../../../cloud/index.ts';
import type { Plain } from './values/plain.ts';

/** A text that stands outside of the configuration, with its place. */
export interface StatedText {
  readonly text: string;
  readonly at: Location;
}

/** Where the evaluator gets files from; it never touches the disk itself. */
export interface TerraformSources {
  /** Parsed files of a directory (relative path, `''` = root), or undefined when there is none. */
  directory(path: string): readonly HclFile[] | undefined;
  /** Where the code of a module is that a module of a directory calls by a name, when its source does not tell. */
  moduleDirectory?(caller: string, name: string): string | undefined;
  /** For `file()`, `templatefile()` and the like: text of a path inside the root, or undefined. */
  readText(path: string): string | undefined;
  /** Paths of all files below a directory, for `fileset()`; without it, `fileset()` is unknown. */
  listFiles?(directory: string): readonly string[] | undefined;
  /** For `yamldecode()`; undefined when the text is not YAML. Without it, `yamldecode()` is unknown. */
  decodeYaml?(text: string): Plain | undefined;
  /** Variable files for the root module, after `terraform.tfvars` and `*.auto.tfvars`; later ones win. */
  readonly variableFiles?: readonly HclFile[];
  /** What the process' environment gives to the root's variables, by their names; files win. */
  readonly environmentVariables?: ReadonlyMap<string, string>;
  /** The value of `terraform.workspace` and where it is stated; not known unless given. */
  readonly workspace?: StatedText;
}

export interface EvaluateOptions {
  /** At most so many instances of one resource or module call; 1,000 unless given. */
  readonly maxInstances?: number;
  /** At most so many resource instances in the whole run; 20,000 unless given. */
  readonly maxTotalInstances?: number;
}

/** A block whose expressions are evaluated and whose `dynamic` blocks are expanded. */
export interface EvaluatedBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** Without meta-arguments that decide how many there are (`count`, `for_each`) and `provider`, `depends_on`. */
  readonly attributes: ReadonlyMap<string, Value>;
  /** Where each attribute is written in this block (`name = value`), wherever its value comes from. */
  readonly attributeLocations: ReadonlyMap<string, Location>;
  /** Nested blocks in written order. */
  readonly blocks: readonly EvaluatedBlock[];
  /** The header: type and labels. */
  readonly location: Location;
  /** From the opening to the closing brace. */
  readonly bodyLocation: Location;
  /** The block may be there any number of times, or not at all: why that is not known. */
  readonly uncertain?: string;
}

export interface EvaluatedResource {
  /** `module.x["a"].aws_s3_bucket.b[0]`, `data.aws_ami.ubuntu`. */
  readonly address: string;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  /** The index of `count`, or the key of `for_each`. */
  readonly key?: string | number;
  readonly block: EvaluatedBlock;
  /** The address of the module that it is in: `''` for the root, `module.x`. */
  readonly module: string;
  readonly directory: string;
  /** Headers of the module calls that lead to it, outermost first. */
  readonly callChain: readonly RelatedLocation[];
  /** It may exist any number of times, or not at all: why `count` or `for_each` is not known. */
  readonly uncertain?: string;
  /** `aws.west`, as `provider` names it. */
  readonly provider?: string;
  /** Addresses within its module, as `depends_on` names them. */
  readonly dependsOn: readonly string[];
}

export interface EvaluatedOutput {
  readonly name: string;
  readonly value: Value;
  readonly location: Location;
}

export interface EvaluatedVariable {
  readonly name: string;
  /** After conversion to the declared type. */
  readonly value: Value;
  readonly location: Location;
  /** Where the value was given: not at all, by the variable itself, or from outside. */
  readonly given: 'nowhere' | 'default' | 'environment' | 'file' | 'caller';
}

/** One instance of a module call, or the call itself when its instances are not known. */
export interface EvaluatedModuleCall {
  /** `module.x["a"].module.y`. */
  readonly address: string;
  readonly source: Value;
  /** `version`, when the call states one. */
  readonly version?: Value;
  /** The directory that was evaluated; undefined when it could not be: `reason` says why. */
  readonly resolved: string | undefined;
  /** The directory of the calling module. */
  readonly directory: string;
  readonly location: Location;
  readonly arguments: ReadonlyMap<string, Value>;
  readonly reason?: string;
  readonly uncertain?: string;
}

/** What a root module and all that it calls come to. */
export interface EvaluatedModule {
  readonly directory: string;
  /** Of this module and of all modules it calls: data sources too. */
  readonly resources: readonly EvaluatedResource[];
  readonly outputs: ReadonlyMap<string, EvaluatedOutput>;
  readonly variables: ReadonlyMap<string, EvaluatedVariable>;
  /** `terraform {}` blocks of the root module: backend, required_providers, required_version. */
  readonly terraformBlocks: readonly EvaluatedBlock[];
  /** `provider` blocks of the root module. */
  readonly providers: readonly EvaluatedBlock[];
  /** Of this module and of all modules it calls, outermost first. */
  readonly moduleCalls: readonly EvaluatedModuleCall[];
  readonly diagnostics: readonly Diagnostic[];
  /** It was read from a plan alone, which tells what will be there, but not where the state of it is kept. */
  readonly isPlan?: true;
  /** Where values come from a plan or the process' environment: what the code alone says. */
  readonly code?: EvaluatedModule;
}
