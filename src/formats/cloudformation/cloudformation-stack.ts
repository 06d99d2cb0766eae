import { Stack } from '../../cloud/index.ts';
import { resourcesOf } from './evaluate/resource.ts';
import type { Template } from './evaluate/template.ts';

/** A template as it is deployed to one environment. */
export class CloudFormationStack extends Stack {
  readonly template: Template;

  /** `path`: the template's, or that of the parameter file that makes one of several stacks of it. */
  constructor(template: Template, path: string, environment: string | undefined) {
    super({ format: 'cloudformation', path, environment, resources: resourcesOf(template) });
    this.template = template;
  }
}
