import { describe, expect, it } from 'vitest';
import { sourceFile, type Location } from '../source/index.ts';
import { applyWaivers, isInlineWaiver, parseInlineWaiver } from './index.ts';

const TEXT = `# planproof:ignore encryption/object-store-encrypted until=2026-12-31 by=jane -- public assets only
resource "aws_s3_bucket" "assets" {
  bucket = "assets" # planproof:ignore network/*, recovery/versioned until=2026-12-31 -- static
}
`;
const file = sourceFile('main.tf', TEXT);

function at(needle: string): Location {
  const start = TEXT.indexOf(needle);
  return { file, span: { start, end: start + needle.length } };
}

function comment(start: string): { text: string; location: Location } {
  const from = TEXT.indexOf(start);
  const to = TEXT.indexOf('\n', from);
  return { text: TEXT.slice(from + 1, to), location: { file, span: { start: from, end: to } } };
}

const finding = (rule: string, location: Location): Parameters<typeof applyWaivers>[0][number] => ({
  rule: { id: rule },
  subject: {
    id: 'aws_s3_bucket.assets',
    name: 'assets',
    environment: 'production',
    location: at('resource "aws_s3_bucket" "assets"'),
  },
  location,
});

const above = parseInlineWaiver(comment('# planproof:ignore encryption'));
const beside = parseInlineWaiver(comment('# planproof:ignore network'));

describe('an inline waiver', () => {
  it('on the line above a subject covers findings anywhere in the subject', () => {
    const { findings } = applyWaivers(
      [finding('encryption/object-store-encrypted', at('"assets" #'))],
      [above],
      '2026-12-31',
    );
    expect(findings[0]).toMatchObject({
      waiver: { state: 'active', approver: 'jane', reason: 'public assets only', scope: 'main.tf:2' },
    });
  });

  it('beside a value covers that line, for each rule and domain it names', () => {
    const other = {
      ...finding('network/x', at('bucket =')),
      subject: { id: 'x', name: 'x', location: at('bucket =') },
    };
    const { findings } = applyWaivers(
      [other, { ...other, rule: { id: 'encryption/x' } }],
      [beside],
      '2026-01-01',
    );
    expect(findings.map((item) => (item as { waiver?: unknown }).waiver !== undefined)).toEqual([
      true,
      false,
    ]);
  });

  it('waives nothing after its day, and says so', () => {
    const { findings, waivers } = applyWaivers(
      [finding('encryption/object-store-encrypted', at('resource'))],
      [above],
      '2027-01-01',
    );
    expect(findings[0]).not.toHaveProperty('waiver');
    expect(waivers).toMatchObject([{ state: 'expired', until: '2026-12-31' }]);
  });

  it.each([
    ['planproof:ignore until=2026-12-31 -- why', 'it names no rule'],
    ['planproof:ignore a/b until=2026-12-31', 'it gives no reason after " -- "'],
    ['planproof:ignore a/b -- why', 'it has no until=YYYY-MM-DD'],
  ])('is not valid as %j', (text, problem) => {
    expect(parseInlineWaiver({ text, location: at('resource') }).problem).toBe(problem);
  });

  it('in a long text of comments waives nothing below it', () => {
    const lineOf = (lines: number): number | undefined => {
      const above = sourceFile('main.tf', `# planproof:ignore a/b\n${'# text\n'.repeat(lines)}c = 1\n`);
      const location = { file: above, span: { start: 0, end: 22 } };
      const { scope } = parseInlineWaiver({ text: ' planproof:ignore a/b', location });
      return scope.line?.line;
    };
    expect([0, 3, 49, 50].map(lineOf)).toEqual([2, 5, 51, 1]);
  });

  it('is told from other comments', () => {
    expect(
      [' planproof:ignore a/b', '// planproof:ignore', 'see planproof:ignore', 'planproof:ignored'].map(
        isInlineWaiver,
      ),
    ).toEqual([true, true, false, false]);
  });
});

describe('a waiver of the configuration', () => {
  const base = {
    kind: 'file',
    rules: ['a/b'],
    reason: 'r',
    approver: 'jane',
    until: '2026-12-31',
    location: at('resource'),
  } as const;

  it.each([
    [{}, true],
    [{ paths: ['*.tf'] }, true],
    [{ paths: ['other/'] }, false],
    [{ subjects: ['assets'] }, true],
    [{ subjects: ['other'] }, false],
    [{ environment: 'production' }, true],
    [{ environment: 'dev' }, false],
  ])('with scope %j covers the finding: %s', (scope, covered) => {
    const { findings, waivers } = applyWaivers(
      [finding('a/b', at('bucket'))],
      [{ ...base, scope }],
      '2026-12-01',
    );
    expect(Object.hasOwn(findings[0]!, 'waiver')).toBe(covered);
    expect(waivers[0]!.state).toBe(covered ? 'active' : 'unused');
  });

  it('with a day that is not in the calendar is not valid', () => {
    const { waivers } = applyWaivers(
      [finding('a/b', at('bucket'))],
      [{ ...base, until: '2026-02-30', scope: {} }],
      '2026-01-01',
    );
    expect(waivers[0]!.state).toBe('invalid');
  });
});
