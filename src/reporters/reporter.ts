import type { Report } from '../assess/index.ts';

/** A report in, a text out: the same report gives the same bytes, whatever the clock, the disk or the machine. */
export interface Reporter {
  /** The folder's name, and what `--output` takes. */
  readonly id: string;
  readonly title: string;
  /** What a file that holds such a report is usually called by, without the dot. */
  readonly extension: string;
  render(report: Report, options: RenderOptions): string;
  /** The same text in pieces, where it may be so long that it should never be in memory as a whole. */
  pieces?(report: Report): Iterable<string>;
}

export interface RenderOptions {
  /** May the text hold terminal colors? Machine formats ignore it. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** One line for each finding: no source lines, no related places. */
  readonly quiet?: boolean;
}
