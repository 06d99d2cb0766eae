import type { Result } from 'sarif';
import type { CriterionReport, Report } from '../../assess/index.ts';
import { stateWords } from '../parts/index.ts';
import { criterionRuleId, identityOf } from '../parts/sarif/index.ts';
import { result, type Context } from './results.ts';

type Kind = NonNullable<Result['kind']>;

/** One result for each criterion: its state, at the plan. Not assessed is `open` and never a pass. */
export function rollUps({ criteria, plan }: Report, context: Context): readonly Result[] {
  return criteria.map((criterion): Result => {
    const { id, title, state, because, evidence } = criterion;
    const message = `${title}: ${stateWords(criterion)}. ${because.join(' ')}`;
    return {
      ...result(
        {
          rule: { id: criterionRuleId(id), criteria: [id] },
          kind: kindOf(criterion),
          message,
          fingerprint: identityOf(criterionRuleId(id)),
          location: plan?.location,
        },
        context,
      ),
      ...(state === 'not-met' && { level: 'error' }),
      properties: {
        'planproof/state': state,
        'planproof/evidence': evidence,
        ...(criterion.qualified && { 'planproof/qualified': true }),
      },
    };
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
