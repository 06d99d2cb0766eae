import type { Subject } from '../model/index.ts';
import type { PublishedSchema } from '../schema/index.ts';
import type { Diagnostic, Location, SourceFile } from '../source/index.ts';
import type { CodeOwnersFile } from '../syntax/codeowners/index.ts';
import type { DataDocument, Path } from '../syntax/data/index.ts';
import type { DockerfileFile } from '../syntax/dockerfile/index.ts';
import type { GroovyFile } from '../syntax/groovy/index.ts';
import type { HclFile } from '../syntax/hcl/index.ts';
import type { ProseDocument } from '../syntax/prose/index.ts';
import type { SqlFile } from '../syntax/sql/index.ts';
import type { StructurizrFile } from '../syntax/structurizr/index.ts';
import type { Archive } from '../syntax/zip/index.ts';

/** What each syntax gives. `data` is YAML or JSON. */
export interface Documents {
  codeowners: CodeOwnersFile;
  data: DataDocument;
  dockerfile: DockerfileFile;
  groovy: GroovyFile;
  hcl: HclFile;
  prose: ProseDocument;
  sql: SqlFile;
  structurizr: StructurizrFile;
  zip: Archive;
}

export type Syntax = keyof Documents;

/** An environment that the plan says is a workspace of Terraform. */
export interface StatedWorkspace {
  readonly environment: string;
  readonly name: string;
  /** Where the plan says so. */
  readonly at: Location;
  /** Where the plan says its infrastructure code is, relative to the root. */
  readonly infrastructure: readonly string[];
}

/** What a format may know beyond its own documents. */
export interface FormatContext {
  /** The environment that a file or folder belongs to: by the plan's statements, else by the names on its path. */
  environmentOf(path: string): string | undefined;
  /** Environments of the plan that are workspaces of Terraform, in the plan's order. */
  readonly workspaces?: readonly StatedWorkspace[];
  /** Text of a file inside the root; undefined when there is none or it may not be read. */
  readText(path: string): string | undefined;
  /** Is there a file or folder of this path inside the root? */
  exists(path: string): boolean;
  /** Paths of all files below a folder inside the root; undefined when not all of them can be told. */
  filesBelow(path: string): readonly string[] | undefined;
  /** Paths of the variable files that the caller gives to Terraform's roots; later ones win. */
  readonly variableFiles?: readonly string[];
  /** What the process' environment gives to variables of Terraform's roots, by their names, where the caller asks for it. */
  readonly environmentVariables?: ReadonlyMap<string, string>;
  /** A policy reads subjects of the kind `resource`, which nobody else needs. */
  readonly wantsResources?: boolean;
  /** The plan states tags, which subjects of the kind `tagging` are there for. */
  readonly wantsTags?: boolean;
}

export interface Normalized {
  readonly subjects: readonly Subject[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files beside its documents that it read as its own, since these include them: they are examined, too. */
  readonly included?: readonly SourceFile[];
  /** Documents of other formats that its own hold among their values: rules and dashboards that code gives to others. */
  readonly handed?: readonly HandedDocuments[];
}

/** Documents, and the environment that they are for. What is not known in them is a text: `${var.team}`. */
export interface HandedDocuments {
  readonly documents: readonly DataDocument[];
  readonly environment: string | undefined;
}

/** A kind of file that Planproof understands. One folder each; `all.ts` is generated from the folders. */
export interface FormatOf<S extends Syntax> {
  /** The folder's name. */
  readonly id: string;
  /** For people: `GitHub Actions workflows`. */
  readonly title: string;
  /** What it reads; several where one thing is written in several: Terraform's code and its plans. */
  readonly syntax: S | readonly S[];
  /** Where such files usually are; for the list that `planproof formats` prints. */
  readonly patterns: readonly string[];
  /**
   * The most entries of YAML or JSON that one file may have, where the usual limit does not fit, and what counts as one
   * where their number does not tell what they cost.
   */
  readonly budget?: {
    readonly most: number;
    readonly counted?: (document: Documents['data']) => Iterable<Path>;
  };
  /** Is this document of the format? Formats exclude each other; must be cheap and never throw. Asked of its syntaxes only. */
  detect(document: Documents[S]): boolean;
  /**
   * All documents of the format at once, since many things span files. Never throws for what is in them. The index
   * imports it when it is called, so that a run loads only the formats that it meets.
   */
  normalize(documents: readonly Documents[S][], context: FormatContext): Normalized | Promise<Normalized>;
  /**
   * Documents that stand inside one of its own and are of other formats: objects that a pipeline applies, the pods that
   * run it. Asked of `data` only; imported when it is called.
   */
  inside?(document: Documents['data']): Promise<readonly Documents['data'][]>;
  /**
   * Schemas that others publish for what a document holds, each with its place. Where it is not as they want it, that
   * is a warning. They are imported when this is called.
   */
  published?(document: Documents['data']): Promise<readonly PublishedSchema[]>;
}

export type Format = FormatOf<Syntax>;
