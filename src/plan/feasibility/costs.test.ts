import { expect, it } from 'vitest';
import { planFrom, planText, printFacts } from '../testing/print.ts';

const SERVICES = `
  - name: production
    services:
      - { service: eks, size: large, count: 3 }
      - { service: rds, size: small }
      - { service: s3 }
      - { service: sqs }`;

function costs(prices: string): readonly string[] {
  const text = `resources: { budget: { monthly: { production: { limit: 900 } } }${prices} }\n`;
  const subjects = planFrom(planText(text, SERVICES)).plan?.subjects ?? [];
  return subjects
    .flatMap((subject) => printFacts(subject, 'budget.monthly.0.priced'))
    .map((line) => line.replace(/ @\d+:\d+$/, '').trim());
}

it('services cost their number times their price; what lacks either is told, and what has no size is there once', () => {
  const prices =
    ', prices: [{ size: large, perMonth: 70.1 }, { size: small, perMonth: 9 }, { size: s3, perMonth: 5 }]';
  expect(costs(prices)).toEqual([
    'budget.monthly.0.priced.total: 215.3',
    'budget.monthly.0.priced.arithmetic: "eks large 3 × 70.1 = 210.3, s3 1 × 5 = 5"',
    'budget.monthly.0.priced.unpriced: ["a number of rds small","sqs"]',
  ]);
});

it('nothing is said of costs where the plan gives no prices', () => {
  expect(costs('')).toEqual(['budget.monthly.0.priced: null']);
});
