import { describe, expect, it } from 'vitest';
import { known, unknown, type Subject } from '../model/index.ts';
import type { CriterionId, Evaluation, Rule, RuleEvaluation } from '../policy/index.ts';
import { sourceFile, type Diagnostic } from '../source/index.ts';
import { assess, type AssessInput, type Report } from './index.ts';

const file = sourceFile('main.tf', 'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "b" {}\n');

function store(id: string, line: 0 | 32, environment?: string): Subject {
  return {
    kind: 'object-store',
    id,
    name: id,
    format: 'terraform',
    ...(environment !== undefined && { environment }),
    location: { file, span: { start: line, end: line + 28 } },
    facts: {
      provider: 'aws',
      public: known(false),
      publicAccessBlocked: known(true),
      networkLimited: known(null),
      tlsRequired: known(null),
      minimumTls: known(null),
      encrypted: known(false, { file, span: { start: line + 9, end: line + 24 } }),
      versioned: unknown('var.versioned has no value'),
      retentionDays: known(null),
      storeName: known(null),
      uniformAccess: known(null),
    },
  };
}

function rule(id: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    title: `Title of ${id}`,
    description: '',
    severity: 'error',
    appliesTo: ['object-store'],
    uses: [],
    reads: null,
    requiredFor: [],
    criteria: ['security-compliance'],
    required: true,
    controls: {},
    remediation: '',
    links: [],
    ...more,
  };
}

const on = (subject: string): { kind: 'object-store'; subject: string } => ({
  kind: 'object-store',
  subject,
});

function evaluation(byRule: Record<string, Partial<RuleEvaluation>>): Evaluation {
  return new Map(
    Object.entries(byRule).map(([id, result]) => [
      id,
      { violations: [], undecided: [], examined: [], ...result },
    ]),
  );
}

const violation = (subject: string): RuleEvaluation['violations'][number] => ({
  ...on(subject),
  path: ['encrypted'],
  message: 'Bad.',
  related: [],
});
const open = (subject: string): RuleEvaluation['undecided'][number] => ({
  ...on(subject),
  path: ['versioned'],
  reason: 'who knows',
});

function report(more: Partial<AssessInput>): Report {
  return assess({
    tool: { version: '0', policyDigest: '' },
    rules: [rule('a/b')],
    evaluation: evaluation({}),
    subjects: [store('a', 0, 'production'), store('b', 32)],
    plan: {
      title: 'P',
      version: null,
      owner: null,
      location: { file, span: { start: 0, end: 1 } },
      sha256: '',
    },
    tailoring: new Map(),
    waivers: [],
    diagnostics: [],
    files: [{ path: 'main.tf', status: 'examined', bytes: 1, formats: ['terraform'], subjects: 2 }],
    scope: [],
    failOn: 'error',
    today: '2026-01-01',
    asOf: false,
    ...more,
  });
}

const security = ({ criteria }: Report): Report['criteria'][number] =>
  criteria.find(({ id }) => id === 'security-compliance')!;

describe('a criterion', () => {
  it('is met when its required rules examined something and nothing is violated or open', () => {
    const result = security(report({ evaluation: evaluation({ 'a/b': { examined: [on('a'), on('b')] } }) }));
    expect(result).toMatchObject({
      state: 'met',
      qualified: false,
      evidence: { examined: 2, passed: 2, violated: 0, undecided: 0, waived: 0 },
    });
  });

  it('is never met when nothing was examined', () => {
    expect(security(report({ evaluation: evaluation({ 'a/b': {} }) }))).toMatchObject({
      state: 'not-assessed',
      because: ['Nothing to examine for: Title of a/b.'],
    });
  });

  it('is not met by one violation, whatever else is open', () => {
    const result = security(
      report({ evaluation: evaluation({ 'a/b': { violations: [violation('a')], undecided: [open('b')] } }) }),
    );
    expect(result).toMatchObject({
      state: 'not-met',
      because: ['Violated once: Title of a/b.'],
      evidence: { examined: 2, violated: 1, undecided: 1 },
    });
  });

  it('that is not met tells the gravest reason first, then the most frequent', () => {
    const rules = [rule('a/b', { severity: 'warning' }), rule('c/d'), rule('e/f')];
    const once = { violations: [violation('a')] };
    const twice = { violations: [violation('a'), violation('b')] };
    const result = report({
      rules,
      failOn: 'warning',
      evaluation: evaluation({ 'a/b': twice, 'c/d': once, 'e/f': twice }),
    });
    expect(security(result).because).toEqual([
      'Violated twice: Title of e/f.',
      'Violated once: Title of c/d.',
      'Violated twice: Title of a/b.',
    ]);
  });

  it('is not assessed while a required rule is undecided', () => {
    const result = security(
      report({ evaluation: evaluation({ 'a/b': { examined: [on('a')], undecided: [open('b')] } }) }),
    );
    expect(result).toMatchObject({ state: 'not-assessed', because: ['Undecided once: Title of a/b.'] });
  });

  it('is met in spite of findings below the threshold, and counts them', () => {
    const rules = [rule('a/b'), rule('c/d', { severity: 'warning', required: false })];
    const result = security(
      report({
        rules,
        evaluation: evaluation({ 'a/b': { examined: [on('a')] }, 'c/d': { violations: [violation('b')] } }),
      }),
    );
    expect(result).toMatchObject({
      state: 'met',
      because: ['All required rules hold, 2 checks were made. 1 lesser finding remains.'],
    });
  });

  it('is not assessed when the rule trapped, and without a plan', () => {
    expect(
      security(report({ evaluation: evaluation({ 'a/b': { failure: 'unreachable' } }) })).because,
    ).toEqual(['The rule a/b failed: unreachable.']);
    expect(
      security(report({ plan: undefined, evaluation: evaluation({ 'a/b': { examined: [on('a')] } }) })).state,
    ).toBe('not-assessed');
  });

  it('that the plan declares not applicable says who approved that', () => {
    const tailoring = new Map<CriterionId, { reason: string; approvedBy: string }>([
      ['security-compliance', { reason: 'Demo only.', approvedBy: 'jane' }],
    ]);
    expect(security(report({ tailoring }))).toMatchObject({
      state: 'not-applicable',
      because: ['The plan declares it not applicable: Demo only, approved by jane.'],
    });
  });

  it('is met with a waiver, but only qualified', () => {
    const waivers: AssessInput['waivers'] = [
      {
        kind: 'file',
        rules: ['a/*'],
        reason: 'r',
        approver: 'jane',
        until: '2026-06-30',
        location: { file, span: { start: 0, end: 0 } },
        scope: {},
      },
    ];
    const result = report({
      waivers,
      evaluation: evaluation({ 'a/b': { violations: [violation('a')], examined: [on('b')] } }),
    });
    expect(security(result)).toMatchObject({
      state: 'met',
      qualified: true,
      evidence: { examined: 2, passed: 1, waived: 1, violated: 0 },
    });
    expect(result.findings).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('points at its fact, and keeps its fingerprint when lines move', () => {
    const { findings } = report({ evaluation: evaluation({ 'a/b': { violations: [violation('b')] } }) });
    const moved = sourceFile('main.tf', `\n\n${file.text}`);
    const subject = store('b', 32);
    const shifted = { ...subject, location: { file: moved, span: { start: 34, end: 62 } } } as Subject;
    const later = report({
      subjects: [shifted],
      evaluation: evaluation({ 'a/b': { violations: [violation('b')] } }),
    });
    expect(findings[0]!.location.span).toEqual({ start: 41, end: 56 });
    expect(later.findings[0]!.fingerprint).toBe(findings[0]!.fingerprint);
  });

  it('has a fingerprint of its own even where rule, subject and fact are the same', () => {
    const { findings } = report({
      evaluation: evaluation({
        'a/b': { violations: [violation('b'), { ...violation('b'), message: 'Worse.' }] },
      }),
    });
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe('the verdict', () => {
  const met = Object.fromEntries((['a/b'] as const).map((id) => [id, { examined: [on('a')] }]));
  const everywhere = rule('a/b', {
    criteria: [
      'devops-practices',
      'security-compliance',
      'delivery-pipeline',
      'monitoring-alerting',
      'rollback',
      'timeline-resources',
    ],
  });
  const broken: Diagnostic = { code: 'hcl/syntax', level: 'error', message: 'Bad.', path: 'main.tf' };

  it.each([
    [
      'all criteria are met',
      { rules: [everywhere], evaluation: evaluation(met) },
      'passed',
      'All criteria are met.',
    ],
    [
      'a finding is at the threshold',
      { evaluation: evaluation({ 'a/b': { violations: [violation('a')] } }) },
      'failed',
      '1 finding of severity error or higher.',
    ],
    [
      'a criterion is open',
      { evaluation: evaluation(met) },
      'not-assessed',
      '5 criteria are not assessed: devops-practices, delivery-pipeline, monitoring-alerting, rollback, timeline-resources.',
    ],
    [
      'a file could not be read',
      { rules: [everywhere], evaluation: evaluation(met), diagnostics: [broken] },
      'not-assessed',
      '1 file could not be read completely.',
    ],
    ['no file was examined', { files: [], plan: undefined }, 'not-assessed', 'No file was examined.'],
    [
      'no file was examined, and that is no reason to stop',
      { files: [], plan: undefined, ignoreUnknown: true },
      'passed',
      'No file was examined: Planproof understands none of them.',
    ],
    [
      'there is no plan and nothing is found',
      { plan: undefined, evaluation: evaluation(met) },
      'passed',
      'No findings of severity error or higher; without a deployment plan the criteria are not assessed.',
    ],
  ] as const)('when %s', (_, input, outcome, because) => {
    expect(report(input).verdict).toMatchObject({
      outcome,
      because: [because, ...report(input).verdict.because.slice(1)],
    });
  });

  it('counts by environment', () => {
    const { environments } = report({
      evaluation: evaluation({ 'a/b': { violations: [violation('a')], examined: [on('b')] } }),
    });
    expect(environments).toEqual([
      { name: 'production', evidence: { examined: 1, passed: 0, violated: 1, undecided: 0, waived: 0 } },
    ]);
  });
});
