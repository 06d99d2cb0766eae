import { expect, it } from 'vitest';
import { STORIES } from '../testing/sarif.ts';
import { completenessText } from './completeness.ts';
import { paintFor } from './paint.ts';

const context = { paint: paintFor(false), width: 40, quiet: false, redactions: new Map() };
const steps = STORIES['drifted']?.completeness ?? [];

it('shows each step with a sign for each of its bullets', () => {
  expect(completenessText(steps, context).join('\n')).toMatchInlineSnapshot(`
    "~ 3 CI/CD Pipeline Design
        ~ rollback  ✗ tests
    ✓ 8 Review and Validation
        ✓ review
    3 bullets of the task: 1 stated, 1 partly, 1 missing."
  `);
});

it('says in one line that nothing lacks', () => {
  expect(completenessText(steps.slice(1), context)).toEqual(['1 bullet of the task, all stated.']);
});
