import type {
  ReportingDescriptorReference,
  ReportingDescriptorRelationship,
  ToolComponent,
  ToolComponentReference,
} from 'sarif';
import type { Report } from '../../assess/index.ts';
import type { CriterionId, Rule } from '../../policy/index.ts';
import { controlCoverage } from '../parts/index.ts';
import { guidOf, pascalCase, PRODUCT, sentence } from '../parts/sarif/index.ts';

type Taxon = NonNullable<ToolComponent['taxa']>[number];

/** The six criteria are our own taxonomy; frameworks are others' (SARIF 3.19.3). */
export interface Taxonomies {
  readonly criteria: Taxon[];
  readonly frameworks: ToolComponent[];
  readonly supported: ToolComponentReference[];
  readonly criterion: (id: CriterionId) => ReportingDescriptorReference;
  /** A rule covers a part of its criteria; it is relevant to controls and never equals them. */
  readonly relationships: (rule: Rule) => ReportingDescriptorRelationship[];
}

export function taxonomies(report: Pick<Report, 'criteria' | 'rules'>): Taxonomies {
  const coverage = controlCoverage(report.rules);
  const frameworks = coverage.map((framework): ToolComponent => {
    const { id, title, organization, version, url, controls } = framework;
    return {
      name: title,
      guid: guidOf('framework', id),
      ...(organization !== undefined && { organization }),
      ...(version !== undefined && { version }),
      ...(url !== undefined && { informationUri: url }),
      shortDescription: {
        text: `${title}: the controls that enabled rules are evidence for, identifiers only.`,
      },
      isComprehensive: false,
      taxa: controls.map((control) => ({ id: control.id, guid: guidOf('control', `${id}/${control.id}`) })),
    };
  });
  const order = report.criteria.map(({ id }) => id);
  const criterion = (id: CriterionId): ReportingDescriptorReference => ({
    id,
    guid: guidOf('criterion', id),
    index: order.indexOf(id),
    toolComponent: { name: PRODUCT.name, guid: PRODUCT.guid },
  });
  const control = (framework: number, id: string): ReportingDescriptorReference => {
    const { name, guid = '', taxa = [] } = frameworks[framework] ?? { name: '' };
    const index = taxa.findIndex((taxon) => taxon.id === id);
    return { id, guid: taxa[index]?.guid ?? '', index, toolComponent: { name, guid, index: framework } };
  };
  return {
    criteria: report.criteria.map(criterionTaxon),
    frameworks,
    supported: [
      { name: PRODUCT.name, guid: PRODUCT.guid },
      ...frameworks.map(({ name, guid = '' }, index) => ({ name, guid, index })),
    ],
    criterion,
    relationships: (rule) => [
      ...rule.criteria.map((id) => ({ target: criterion(id), kinds: ['superset'] })),
      ...coverage.flatMap(({ id }, index) =>
        [...new Set(Object.hasOwn(rule.controls, id) ? rule.controls[id] : [])].map((controlId) => ({
          target: control(index, controlId),
          kinds: ['relevant'],
        })),
      ),
    ],
  };
}

function criterionTaxon({ id, title }: { id: CriterionId; title: string }): Taxon {
  return {
    id,
    name: pascalCase(id),
    guid: guidOf('criterion', id),
    shortDescription: { text: sentence(title) },
    fullDescription: { text: `${sentence(title)} One of the six validation criteria of a deployment plan.` },
  };
}
