import type { Result } from 'sarif';
import type { CriterionReport, Report } from '../../assess/index.ts';
import { stateWords } from '../parts/index.ts';
import { criterionRuleId, identityOf } from '../parts/sarif/index.ts';
import { result, type Context, type Draft } from './results.ts';

type Kind = NonNullable<Result['kind']>;

/** One result for each criterion: its state, at the plan. Not assessed is `open` and never a pass. */
export function rollUps({ criteria, plan }: Report, context: Context): readonly Draft[] {
  return criteria.map((criterion): Draft => {
    const { id, title, state, because, evidence } = criterion;
    const ruleId = criterionRuleId(id);
    const outline = {
      rule: { id: ruleId, criteria: [id] },
      kind: kindOf(criterion),
      fingerprint: identityOf(ruleId),
      location: plan?.location,
    };
    const message = `${title}: ${stateWords(criterion)}. ${because.join(' ')}`;
    const make = (): Result => ({
      ...result({ ...outline, message }, context),
      ...(state === 'not-met' && { level: 'error' }),
      properties: {
        'planproof/state': state,
        'planproof/evidence': evidence,
        ...(criterion.qualified && { 'planproof/qualified': true }),
      },
    });
    return { outline, make };
  });
}

/** Met only thanks to waivers asks for a person's judgment: `review`. */
function kindOf({ state, qualified }: CriterionReport): Kind {
  switch (state) {
    case 'met':
      return qualified ? 'review' : 'pass';
    case 'not-met':
      return 'fail';
    case 'not-assessed':
      return 'open';
    case 'not-applicable':
      return 'notApplicable';
  }
}
