import { known, type PlanEnvironmentFacts, type PlanFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { referencesAt, textOr } from './context.ts';
import { SIGNALS } from './words.ts';

const SEVERITIES: readonly ('low' | 'medium' | 'high' | 'critical')[] = ['low', 'medium', 'high', 'critical'];
const TAKERS: readonly ('pipeline' | 'component' | 'people')[] = ['pipeline', 'component', 'people'];

/** What the plan promises of the pipeline beside its stages. */
export function deliveryOf(
  plan: Statements,
): Pick<PlanFacts, 'versions' | 'artifacts' | 'qualityGates' | 'scanners'> {
  const versions: Path = ['infrastructure', 'versions'];
  const artifacts: Path = ['delivery', 'artifacts'];
  return {
    versions: {
      tool: plan.version([...versions, 'tool']),
      providersPinned: plan.boolean([...versions, 'providersPinned']),
      modulesPinned: plan.boolean([...versions, 'modulesPinned']),
    },
    artifacts: {
      registry: plan.text([...artifacts, 'registry']),
      immutable: plan.boolean([...artifacts, 'immutable']),
      signed: plan.boolean([...artifacts, 'signed']),
      provenance: plan.boolean([...artifacts, 'provenance']),
      sbom: plan.boolean([...artifacts, 'sbom']),
    },
    qualityGates: plan.items(['delivery', 'qualityGates']).map((item) => ({
      name: textOr(plan, [...item, 'name'], ''),
      measure: textOr(plan, [...item, 'measure'], ''),
      atLeast: plan.number([...item, 'atLeast']),
      atMost: plan.number([...item, 'atMost']),
      unit: textOr(plan, [...item, 'unit'], 'count'),
      blocking: known(
        plan.boolean([...item, 'blocking']).value ?? true,
        plan.location([...item, 'blocking']),
      ),
    })),
    scanners: plan.items(['security', 'scanners']).map((item) => ({
      type: textOr(plan, [...item, 'kind'], ''),
      tool: plan.text([...item, 'tool']),
      failOn: plan.oneOf([...item, 'failOn'], SEVERITIES),
    })),
  };
}

/** What the plan promises of roles, secrets and frameworks. */
export function securityPromises(plan: Statements): Pick<PlanFacts, 'roles' | 'secrets' | 'compliance'> {
  const secrets: Path = ['security', 'secrets'];
  const rotation = plan.number([...secrets, 'rotationDays']);
  return {
    roles: plan.items(['security', 'identity', 'roles']).map((item) => ({
      name: textOr(plan, [...item, 'name'], ''),
      usedBy: plan.oneOf([...item, 'usedBy'], TAKERS),
      environments: plan.texts([...item, 'environments']),
      permissions: plan.texts([...item, 'permissions']),
    })),
    secrets: plan.items([...secrets, 'items']).map((item) => {
      const own = plan.number([...item, 'rotationDays']);
      return {
        name: textOr(plan, [...item, 'name'], ''),
        rotationDays: own.value === null ? rotation : own,
      };
    }),
    compliance: plan.items(['security', 'compliance']).map((item) => ({
      framework: textOr(plan, [...item, 'framework'], ''),
      requirement: plan.version([...item, 'requirement']),
      measure: textOr(plan, [...item, 'measure'], ''),
      evidence: referencesAt(plan, [...item, 'evidence']),
    })),
  };
}

/** When an environment is deployed to, and how that is judged. */
export function releaseOf(
  plan: Statements,
  delivery: Path,
): Pick<PlanEnvironmentFacts, 'verification' | 'windows'> {
  return {
    verification: {
      checks: plan.texts([...delivery, 'verification', 'checks']),
      signals: plan.textsOf([...delivery, 'analysis', 'signals'], SIGNALS),
    },
    windows: plan.items([...delivery, 'windows']).map((item) => ({
      days: plan.texts([...item, 'days']),
      from: plan.text([...item, 'from']),
      to: plan.text([...item, 'to']),
      timeZone: plan.text([...item, 'timeZone']),
    })),
  };
}
