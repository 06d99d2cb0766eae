import { CRITERIA } from '../assess/index.ts';
import { mistakes } from '../errors/index.ts';
import type { Rule } from '../policy/index.ts';
import { allRules } from './list.ts';

/** What a rule asks for, why, and what to do; all from its METADATA. */
export async function explain(id: string, folders: readonly string[]): Promise<string> {
  const rules = await allRules(folders);
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw mistakes.ruleUnknown(
      id,
      rules.map((candidate) => candidate.id),
    );
  const sections = [
    `${rule.id}: ${rule.title}`,
    wrap(rule.description),
    `What to do: ${rule.remediation}`,
    facts(rule),
  ];
  return `${sections.join('\n\n')}\n`;
}

function facts(rule: Rule): string {
  const criteria = rule.criteria.map(
    (criterion) => CRITERIA.find(({ id }) => id === criterion)?.title ?? criterion,
  );
  const lines = [
    `Severity:    ${rule.severity}${rule.required ? ', required for its criteria' : ''}`,
    `Judges:      ${rule.appliesTo.join(', ')}`,
    ...(rule.uses.length > 0 ? [`Also reads:  ${rule.uses.join(', ')}`] : []),
    `Criteria:    ${criteria.join('\n             ')}`,
    ...Object.entries(rule.controls).map(
      ([framework, ids]) => `Evidence for ${framework}: ${ids.join(', ')}`,
    ),
    ...rule.links.map(({ title, url }) => `${title}: ${url}`),
  ];
  return lines.join('\n');
}

function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= 90) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
