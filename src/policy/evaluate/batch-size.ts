/**
 * Subjects in a batch: enough to make the cost per call vanish, few enough to keep the policies' memory flat. The rules'
 * examples are judged with one, so that no rule relies on seeing more of what it judges than it says.
 */
export const MAX_SUBJECTS = 400;
/** Characters of a batch's JSON, where subjects are large. */
export const MAX_CHARACTERS = 500_000;
