import type { Result } from 'sarif';
import type {
  CriterionState,
  Finding,
  Report,
  RuleReport,
  SubjectReference,
  Undecided,
} from '../../assess/index.ts';
import type { Rule } from '../../policy/index.ts';
import type { Location } from '../../source/index.ts';
import { guidOf, identityOf, messageText, rankOf, type Places } from '../parts/sarif/index.ts';
import { suppressions } from './suppressions.ts';
import type { Taxonomies } from './taxonomies.ts';

/** What each result is made with. */
export interface Context {
  readonly places: Places;
  readonly taxonomies: Taxonomies;
  readonly ruleIndex: ReadonlyMap<string, number>;
}

/** What a result is ordered by, and what makes it: of a large report, all results at once are never held. */
export interface Draft {
  readonly outline: Pick<Outline, 'rule' | 'kind' | 'fingerprint' | 'location'>;
  readonly make: () => Result;
}

interface Outline {
  readonly rule: Pick<Rule, 'id' | 'criteria'>;
  readonly kind: NonNullable<Result['kind']>;
  readonly message: string;
  readonly fingerprint: string;
  readonly location?: Location | undefined;
  readonly subject?: SubjectReference;
}

/** Findings, open questions and passes of each rule; a rule with none of them still says that it ran, or did not. */
export function ruleResults(report: Report, context: Context): readonly Draft[] {
  const state = new Map(report.criteria.map((criterion) => [criterion.id, criterion.state]));
  return [
    ...report.findings.map((finding) => violated(finding, context)),
    ...report.undecided.map((item) => open(item, context)),
    ...report.rules.flatMap((rule) => [
      ...rule.passed.map((subject) => passed(rule.rule, subject, context)),
      ...nothingExamined(rule, report, state, context),
    ]),
  ];
}

function violated(finding: Finding, context: Context): Draft {
  const { rule, severity, waiver, fingerprint, location } = finding;
  const kind = 'fail';
  const make = (): Result => {
    const rank = rankOf(rule);
    return {
      ...result({ ...finding, kind }, context),
      level: severity,
      suppressions: waiver ? suppressions(waiver, context.places) : [],
      ...lineHash(finding, context),
      ...related(finding, context),
      ...(rank !== undefined && { rank }),
    };
  };
  return { outline: { rule, kind, fingerprint, location }, make };
}

function open(item: Undecided, context: Context): Draft {
  const { rule, fingerprint, location } = item;
  const kind = 'open';
  const make = (): Result => {
    const message = `Whether ${item.subject.name} conforms is not decided, because ${item.reason.replace(/\.$/, '')}.`;
    return {
      ...result({ ...item, kind, message }, context),
      ...lineHash(item, context),
      ...related(item, context),
    };
  };
  return { outline: { rule, kind, fingerprint, location }, make };
}

function passed(rule: Rule, subject: SubjectReference, context: Context): Draft {
  const { location } = subject;
  const outline = {
    rule,
    kind: 'pass',
    fingerprint: identityOf(rule.id, location.file.path, subject.kind, subject.id),
    location,
  } as const;
  const make = (): Result =>
    result({ ...outline, subject, message: `${rule.title}: ${subject.name} conforms.` }, context);
  return { outline, make };
}

/** Nothing examined is never a pass: open when the rule is required, else not applicable. */
function nothingExamined(
  { rule, evidence, failure }: RuleReport,
  { plan }: Report,
  state: ReadonlyMap<string, CriterionState>,
  context: Context,
): readonly Draft[] {
  if (evidence.examined > 0) return [];
  const tailored = rule.criteria.every((criterion) => state.get(criterion) === 'not-applicable');
  const kind = failure !== undefined || (rule.required && !tailored) ? 'open' : 'notApplicable';
  const message =
    failure === undefined
      ? `Nothing to examine for: ${rule.title}. The files hold no ${rule.appliesTo.join(' and no ')}.`
      : `The rule failed and was not evaluated: ${failure.replace(/\.$/, '')}.`;
  const outline: Draft['outline'] = {
    rule,
    kind,
    fingerprint: identityOf(rule.id),
    location: plan?.location,
  };
  return [{ outline, make: () => result({ ...outline, message }, context) }];
}

/** What all results have in common. */
export function result(outline: Outline, { places, taxonomies, ruleIndex }: Context): Result {
  const { rule, kind, message, location, subject, fingerprint } = outline;
  return {
    ruleId: rule.id,
    ruleIndex: ruleIndex.get(rule.id) ?? -1,
    kind,
    level: 'none',
    message: { text: messageText(message) },
    ...(location && {
      locations: [
        {
          physicalLocation: places.physical(location),
          ...(subject && {
            logicalLocations: [{ name: subject.name, fullyQualifiedName: subject.id, kind: subject.kind }],
          }),
        },
      ],
    }),
    partialFingerprints: { 'planproofIdentity/v1': fingerprint },
    correlationGuid: guidOf('result', fingerprint),
    suppressions: [],
    taxa: rule.criteria.map((id) => taxonomies.criterion(id)),
    ...(subject?.environment !== undefined && {
      properties: { 'planproof/environment': subject.environment },
    }),
  };
}

function lineHash(
  { fingerprint, location }: Finding | Undecided,
  { places }: Context,
): Pick<Result, 'partialFingerprints'> {
  return {
    partialFingerprints: {
      'planproofIdentity/v1': fingerprint,
      primaryLocationLineHash: places.lineHash(location),
    },
  };
}

function related(item: Finding | Undecided, { places }: Context): Pick<Result, 'relatedLocations'> {
  if (item.related.length === 0) return {};
  return {
    relatedLocations: item.related.map(({ location, message }, index) => ({
      id: index + 1,
      physicalLocation: places.physical(location),
      message: { text: messageText(message) },
    })),
  };
}
