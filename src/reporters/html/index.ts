/** One page that needs nothing else: for a screen, a phone, paper, and the auditor's folder. */
import type { Reporter } from '../reporter.ts';
import { page } from './page.ts';

export const htmlReporter: Reporter = {
  id: 'html',
  title: 'One self-contained page for readers and auditors',
  extension: 'html',
  render: (report) => page(report),
};
