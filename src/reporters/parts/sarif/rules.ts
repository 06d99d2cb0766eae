import type { ReportingDescriptor } from 'sarif';
import type { CriterionId, Rule, Severity } from '../../../policy/index.ts';
import { frameworkOf } from '../controls.ts';
import { guidOf } from './guid.ts';
import { clip, LIMITS, pascalCase, sentence } from './text.ts';

const SECURITY: CriterionId = 'security-compliance';

/** CVSS-like grades, which make GitHub treat a rule's alerts as security alerts: high, medium, low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', note: '3.0' };
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** A rule as SARIF describes it, all from its METADATA. */
export function ruleDescriptor(rule: Rule): ReportingDescriptor {
  const link = rule.links.find(({ url }) => /^https?:\/\//.test(url));
  return {
    id: rule.id,
    guid: guidOf('rule', rule.id),
    name: pascalCase(rule.id),
    shortDescription: { text: clip(sentence(rule.title), LIMITS.description) },
    fullDescription: { text: clip(sentence(rule.description.trim()), LIMITS.description) },
    defaultConfiguration: { level: rule.severity },
    ...(link && { helpUri: link.url }),
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    properties: {
      tags: tags(rule),
      precision: 'high',
      ...(isSecurity(rule)
        ? { 'security-severity': SECURITY_SEVERITY[rule.severity] }
        : { 'problem.severity': PROBLEM_SEVERITY[rule.severity] }),
    },
  };
}

/** GitLab reads the rank before the severity: 0 to 100. */
export function rankOf(rule: Rule): number | undefined {
  return isSecurity(rule) ? 10 * Number(SECURITY_SEVERITY[rule.severity]) : undefined;
}

/** A rule that stands for a whole criterion: its result is the criterion's state. */
export function criterionDescriptor({ id, title }: { id: CriterionId; title: string }): ReportingDescriptor {
  const text = `The state of the criterion "${title}", from all rules that are evidence for it: met when every required rule examined something and decided it, and nothing at the fail threshold is violated.`;
  return {
    id: criterionRuleId(id),
    guid: guidOf('rule', criterionRuleId(id)),
    name: pascalCase(criterionRuleId(id)),
    shortDescription: { text: sentence(title) },
    fullDescription: { text },
    defaultConfiguration: { level: 'error' },
    help: {
      text: `${text} Fix its findings, and state in the files what is undecided.`,
      markdown: `**${title}**\n\n${text}\n\n### To fix\n\nFix its findings, and state in the files what is undecided.`,
    },
    properties: { tags: ['criterion', `criterion/${id}`], precision: 'high', 'problem.severity': 'error' },
  };
}

export function criterionRuleId(id: CriterionId): string {
  return `criterion/${id}`;
}

function isSecurity(rule: Rule): boolean {
  return rule.criteria.includes(SECURITY);
}

function tags(rule: Rule): string[] {
  const controls = Object.entries(rule.controls).flatMap(([framework, ids]) =>
    ids.map((id) => `${framework}/${id}`),
  );
  const all = [
    ...(isSecurity(rule) ? ['security'] : []),
    ...rule.criteria.map((criterion) => `criterion/${criterion}`),
    rule.id.slice(0, rule.id.indexOf('/')),
    ...controls,
  ];
  return [...new Set(all)].slice(0, LIMITS.tags);
}

function helpText(rule: Rule): string {
  return [
    sentence(rule.description.trim()),
    `To fix: ${rule.remediation}`,
    ...rule.links.map(({ title, url }) => `${title}: ${url}`),
  ].join('\n\n');
}

function helpMarkdown(rule: Rule): string {
  const controls = Object.entries(rule.controls).map(
    ([framework, ids]) => `- ${frameworkOf(framework).title}: ${ids.join(', ')}`,
  );
  return [
    `**${rule.title}**`,
    sentence(rule.description.trim()),
    '### To fix',
    rule.remediation,
    ...(controls.length > 0 ? ['### Evidence for', controls.join('\n')] : []),
    ...(rule.links.length > 0
      ? ['### Read more', rule.links.map(({ title, url }) => `- [${title}](${url})`).join('\n')]
      : []),
  ].join('\n\n');
}
