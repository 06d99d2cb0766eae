import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';

export interface DockerfileFile {
  readonly file: SourceFile;
  readonly instructions: readonly Instruction[];
  readonly comments: readonly DockerfileComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One instruction, with all the lines that it goes on for. */
export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  readonly span: Span;
  readonly keywordSpan: Span;
  /** `--from=build`, before anything else. */
  readonly flags: readonly Flag[];
  /**
   * What follows the flags, as long as it is written: breaks and the comments between lines are blanks, so that
   * `bodyStart` tells where each part of it stands.
   */
  readonly body: string;
  readonly bodyStart: number;
  /** The parts of the body between blanks, without their quotes. */
  readonly words: readonly Word[];
  /** The body as a list of texts, when it is written as one. */
  readonly list: readonly Word[] | undefined;
  /** Lines that follow it, up to the word that it names. */
  readonly heredocs: readonly Heredoc[];
}

export interface Word {
  readonly text: string;
  readonly span: Span;
}

export interface Flag {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface Heredoc {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
}

export interface DockerfileComment {
  readonly text: string;
  readonly location: Location;
}
