import { known, type SubjectOf } from '../../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../../secrets/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';

import type { Workflow } from '../read/workflow.ts';

/**
 * Passwords that are written in a workflow: of registries, in variables and in inputs. What a service beside a job is
 * started with ends with the job, and so does what opens it; a text with an expression has its secret from elsewhere.
 */
export function literalsOf(workflow: Workflow): readonly SubjectOf<'credential'>[] {
  const found: SubjectOf<'credential'>[] = [];
  const add = (node: DataNode, name: string, of: string, literal: boolean): void => {
    found.push(credential(node, name, `${workflow.path}:${of}`, literal));
  };
  const throwAway = passwordsOfServices(workflow);
  const inMap = (map: DataNode, of: string): void => {
    for (const [name, node] of map.entries()) {
      const text = scalarText(node) ?? '';
      if (!takesSecret(name) || throwAway.has(text)) continue;
      const given = text.includes('${{');
      if (!given && (text.length < SHORTEST_SECRET || !isLiteralSecret(text))) continue;
      add(node, name, `${of}/${map.label}.${name}`, !given);
    }
  };
  inMap(workflow.node.get('env'), 'workflow');
  for (const { id, node } of workflow.jobs.values()) {
    const images = [
      node.get('container'),
      ...node
        .get('services')
        .entries()
        .map(([, service]) => service),
    ];
    for (const image of images) {
      const password = image.get('credentials', 'password');
      const text = scalarText(password) ?? '';
      const given = text.includes('${{');
      if (given || isLiteralSecret(text))
        add(password, 'password of the registry', `${id}/${image.label}`, !given);
    }
    for (const map of [node.get('env'), node.get('with'), node.get('secrets')]) inMap(map, id);
    node
      .get('steps')
      .items()
      .forEach((step, index) => {
        for (const map of [step.get('env'), step.get('with')]) inMap(map, `${id}/${index + 1}`);
      });
  }
  return found;
}

function passwordsOfServices(workflow: Workflow): ReadonlySet<string> {
  const services = [...workflow.jobs.values()].flatMap(({ node }) => node.get('services').entries());
  const values = services.flatMap(([, service]) => service.get('env').entries());
  return new Set(values.map(([, node]) => scalarText(node) ?? ''));
}

function credential(node: DataNode, name: string, id: string, literal: boolean): SubjectOf<'credential'> {
  return {
    kind: 'credential',
    id,
    name: `${name} in ${node.document.file.path}`,
    format: 'github-actions',
    location: node.at,
    facts: { literal: known(literal, node.at), shown: known(false, node.at) },
  };
}
