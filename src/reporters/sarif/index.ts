/** SARIF as evidence: what was examined and found good, bad, undecided or waived, against which controls, in which files. */
import type { ReportingDescriptor, Result, Run } from 'sarif';
import type { Report } from '../../assess/index.ts';
import { compareText, redactionsOf } from '../parts/index.ts';
import {
  criterionDescriptor,
  driver,
  guidOf,
  log,
  places,
  ruleDescriptor,
  uriOf,
  type LazyRun,
} from '../parts/sarif/index.ts';
import type { Reporter } from '../reporter.ts';
import { artifacts, population } from './artifacts.ts';
import { invocation, notificationDescriptors } from './notifications.ts';
import { ruleResults, type Draft } from './results.ts';
import { rollUps } from './roll-ups.ts';
import { taxonomies, type Taxonomies } from './taxonomies.ts';

export const sarifReporter: Reporter = {
  id: 'sarif',
  title: 'SARIF 2.1.0 as evidence: passes, open questions, waivers, controls, hashes',
  extension: 'sarif',
  render: (report) => [...log(run(report))].join(''),
  pieces: (report) => log(run(report)),
};

function run(report: Report): LazyRun {
  const files = population(report);
  const index = new Map(files.map(({ path }, at) => [path, at]));
  const place = places(redactionsOf(report), (path) => index.get(path) ?? -1);
  const taxa = taxonomies(report);
  const rules = descriptors(report, taxa);
  const ruleIndex = new Map(rules.map(({ id }, at) => [id, at]));
  const notifications = notificationDescriptors(report);
  const context = { places: place, taxonomies: taxa, ruleIndex };
  const drafts = [...ruleResults(report, context), ...rollUps(report, context)];
  return {
    tool: {
      driver: {
        ...driver(report.tool.version),
        isComprehensive: report.scope.length === 0,
        rules,
        notifications,
        taxa: taxa.criteria,
        supportedTaxonomies: taxa.supported,
      },
      extensions: [policies(report)],
    },
    automationDetails: {
      id: 'planproof/',
      description: { text: 'Holds the files against the deployment plan.' },
    },
    invocations: [invocation(report, notifications, place, ruleIndex)],
    artifacts: artifacts(files, place),
    taxonomies: taxa.frameworks,
    results: made(sortDrafts(drafts)),
    properties: properties(report),
  };
}

function descriptors({ rules, criteria }: Report, taxa: Taxonomies): ReportingDescriptor[] {
  return [
    ...rules.map(({ rule }) => ({ ...ruleDescriptor(rule), relationships: taxa.relationships(rule) })),
    ...criteria.map((criterion) => ({
      ...criterionDescriptor(criterion),
      relationships: [{ target: taxa.criterion(criterion.id), kinds: ['superset'] }],
    })),
  ].sort((a, b) => compareText(a.id, b.id));
}

function policies({ tool }: Report): NonNullable<Run['tool']['extensions']>[number] {
  return {
    name: 'Planproof policies',
    guid: guidOf('policies', 'planproof'),
    version: tool.version,
    semanticVersion: tool.version,
    properties: { 'planproof/sha256': tool.policyDigest },
  };
}

function properties({ verdict, totals, plan, scope, asOf }: Report): Run['properties'] {
  return {
    'planproof/verdict': verdict.outcome,
    'planproof/because': verdict.because,
    'planproof/totals': totals,
    ...(plan && {
      'planproof/plan': { title: plan.title, version: plan.version, owner: plan.owner, sha256: plan.sha256 },
    }),
    ...(scope.length > 0 && { 'planproof/scope': scope }),
    ...(asOf !== undefined && { 'planproof/asOf': asOf }),
  };
}

/** By file, line, rule and identity; what has no place comes first. */
function sortDrafts(drafts: readonly Draft[]): readonly Draft[] {
  const uris = new Map<string, string>();
  const uri = (path: string): string => {
    const known = uris.get(path) ?? uriOf(path);
    uris.set(path, known);
    return known;
  };
  return drafts
    .map((draft) => {
      const { location } = draft.outline;
      return {
        draft,
        uri: location ? uri(location.file.path) : '',
        line: location?.file.positionAt(location.span.start).line ?? 0,
      };
    })
    .sort(
      (a, b) =>
        compareText(a.uri, b.uri) || a.line - b.line || compareOutlines(a.draft.outline, b.draft.outline),
    )
    .map(({ draft }) => draft);
}

function compareOutlines(a: Draft['outline'], b: Draft['outline']): number {
  return (
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.kind, b.kind) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function* made(drafts: readonly Draft[]): Generator<Result> {
  for (const { make } of drafts) yield make();
}
