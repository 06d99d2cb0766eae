import { describe, expect, it } from 'vitest';
import { componentFacts, planOf, type Files } from '../testing/components.ts';

describe('the resources of a component', () => {
  const resources = (address: string, tf: Files): Promise<string> =>
    componentFacts({ ...planOf(`[{ name: db, resources: ['${address}'] }]`), ...tf }, 'resources');
  const instances = {
    'tf/main.tf': `module "db" {\n  for_each = toset(["a", "b"])\n  source = "./db"\n}\n`,
    'tf/db/main.tf': 'resource "aws_db_instance" "this" {\n  count = 2\n}\n',
  };

  it('are found by an address without keys, by one with keys, and behind the path of the stack', async () => {
    expect(await resources('module.db.aws_db_instance.this', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "module.db.aws_db_instance.this" @5:54
        resources.0.found: true @5:54 (found here @tf/main.tf:1:1)"
    `);
    expect(await resources('module.db["b"].aws_db_instance.this[1]', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "module.db[\\"b\\"].aws_db_instance.this[1]" @5:54
        resources.0.found: true @5:54 (found here @tf/main.tf:1:1)"
    `);
    expect(await resources('tf:module.db.aws_db_instance.this', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "tf:module.db.aws_db_instance.this" @5:54
        resources.0.found: true @5:54 (found here @tf/main.tf:1:1)"
    `);
  });

  it('are not found under keys, names or stacks that there are not', async () => {
    expect(await resources('module.db["c"].aws_db_instance.this[1]', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "module.db[\\"c\\"].aws_db_instance.this[1]" @5:54
        resources.0.found: false @5:54"
    `);
    expect(await resources('aws_db_instance.this', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "aws_db_instance.this" @5:54
        resources.0.found: false @5:54"
    `);
    expect(await resources('other:module.db.aws_db_instance.this', instances)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "other:module.db.aws_db_instance.this" @5:54
        resources.0.found: false @5:54"
    `);
  });

  it('are not known without infrastructure code', async () => {
    expect(await resources('aws_db_instance.this', {})).toMatchInlineSnapshot(`
      "db
        resources.0.address: "aws_db_instance.this" @5:54
        resources.0.found: unknown because no infrastructure code was scanned @5:54"
    `);
  });

  it('are not known by key when the number of instances is not', async () => {
    const counted = {
      'tf/main.tf': 'variable "n" {}\nresource "aws_db_instance" "this" {\n  count = var.n\n}\n',
    };
    expect(await resources('aws_db_instance.this[3]', counted)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "aws_db_instance.this[3]" @5:54
        resources.0.found: unknown because the files do not tell which instances of aws_db_instance.this there are @5:54"
    `);
  });

  it('are not known in modules whose code is elsewhere', async () => {
    const registry = {
      'tf/main.tf': 'module "db" {\n  source  = "terraform-aws-modules/rds/aws"\n  version = "6.0.0"\n}\n',
    };
    expect(await resources('module.db.module.instance.aws_db_instance.this', registry))
      .toMatchInlineSnapshot(`
      "db
        resources.0.address: "module.db.module.instance.aws_db_instance.this" @5:54
        resources.0.found: unknown because the code of module.db is not among the files @5:54"
    `);
    expect(await resources('module.dbs.aws_db_instance.this', registry)).toMatchInlineSnapshot(`
      "db
        resources.0.address: "module.dbs.aws_db_instance.this" @5:54
        resources.0.found: false @5:54"
    `);
  });
});
