import { Stack } from '../../cloud/index.ts';
import { urlProperty } from './evaluate/nested.ts';
import { declaredResources, resourceOf, type Declared } from './evaluate/resource.ts';
import type { Template } from './evaluate/template.ts';
import { expandServerless } from './serverless/expand.ts';

/** A template as it is deployed to one environment. */
export class CloudFormationStack extends Stack {
  readonly template: Template;

  /** `path`: the template's, or that of the parameter file that makes one of several stacks of it. */
  constructor(template: Template, path: string, environment: string | undefined) {
    super({ format: 'cloudformation', path, environment, resources: resourcesOf(template).map(resourceOf) });
    this.template = template;
  }
}

/** The resources of a template, and of the templates that it makes stacks of. */
function resourcesOf(template: Template): readonly Declared[] {
  const declared = declaredResources(template);
  const own = template.isServerless ? expandServerless(declared, template.globals) : declared;
  return own.flatMap((resource) => {
    if (urlProperty(resource.type) === undefined) return [resource];
    const nested = template.stack(resource.address.slice(resource.address.lastIndexOf('.') + 1));
    return nested ? [resource, ...within(resource, resourcesOf(nested))] : [resource];
  });
}

/** Resources of a nested stack: they exist where it does. */
function within(stack: Declared, resources: readonly Declared[]): readonly Declared[] {
  const here = { location: stack.at, message: `The stack ${stack.address} is made here` };
  return resources.map((resource) => ({
    ...resource,
    related: [...resource.related, here],
    ...(stack.uncertain !== undefined && { uncertain: stack.uncertain }),
  }));
}
