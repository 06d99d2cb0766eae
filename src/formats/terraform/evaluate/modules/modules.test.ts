import { describe, expect, test } from 'vitest';
import type { EvaluatedBlock, EvaluatedModule } from '../result.ts';
import { evaluated, plain, problems, sourcesOf } from '../testing/files.ts';
import { formatLocation } from '../../../../source/index.ts';
import { rootDirectories } from './roots.ts';
import { evaluateModule } from './tree.ts';

function addresses(module: EvaluatedModule): readonly string[] {
  return module.resources.map(({ address, uncertain }) =>
    uncertain === undefined ? address : `${address} ? ${uncertain}`,
  );
}

function outline(block: EvaluatedBlock): unknown {
  const attributes = Object.fromEntries([...block.attributes].map(([name, value]) => [name, plain(value)]));
  const nested = block.blocks.map((inner) => [inner.type, ...inner.labels, outline(inner)]);
  return {
    ...attributes,
    ...(nested.length > 0 && { blocks: nested }),
    ...(block.uncertain !== undefined && { uncertain: block.uncertain }),
  };
}

describe('instances', () => {
  const cases: readonly (readonly [name: string, meta: string, expected: readonly string[]])[] = [
    ['no meta-argument', '', ['a_b.c']],
    ['count', 'count = 2', ['a_b.c[0]', 'a_b.c[1]']],
    ['count of zero', 'count = 0', []],
    ['for_each over a map, by key', 'for_each = { b = 1, a = 2 }', ['a_b.c["a"]', 'a_b.c["b"]']],
    ['for_each over a set', 'for_each = toset(["x", "x", "y"])', ['a_b.c["x"]', 'a_b.c["y"]']],
    ['for_each over nothing', 'for_each = {}', []],
    ['for_each of a module output', 'for_each = module.m.names', ['a_b.c["one"]', 'a_b.c["two"]']],
    ['an unknown count', 'count = var.n', ['a_b.c ? var.n has no value']],
    ['an unknown for_each', 'for_each = var.n', ['a_b.c ? var.n has no value']],
    ['a condition on what is unknown', 'count = var.n ? 1 : 0', ['a_b.c ? var.n has no value']],
    ['unknown values of known keys', 'for_each = { a = var.n }', ['a_b.c["a"]']],
  ];

  test.each(cases)('%s', (_, meta, expected) => {
    const module = evaluated({
      'main.tf': `variable "n" {}\nmodule "m" {\n  source = "./m"\n}\nresource "a_b" "c" {\n  ${meta}\n}\n`,
      'm/main.tf': 'output "names" {\n  value = toset(["one", "two"])\n}\n',
    });
    expect(addresses(module)).toEqual(expected);
    expect(problems(module)).toEqual([]);
  });

  test('know their index, their key and their value', () => {
    const module = evaluated({
      'main.tf': `resource "a" "n" {
  count = 2
  name  = "n-\${count.index}"
}
resource "a" "e" {
  for_each = { x = { size = 3 } }
  name     = each.key
  size     = each.value.size
}
`,
    });
    expect(module.resources.map(({ address, key, block }) => [address, key, outline(block)])).toEqual([
      ['a.n[0]', 0, { name: 'n-0' }],
      ['a.n[1]', 1, { name: 'n-1' }],
      ['a.e["x"]', 'x', { name: 'x', size: 3 }],
    ]);
  });

  test('beyond the budget are cut, which is said', () => {
    const files = { 'main.tf': 'resource "a" "n" {\n  count = 5000\n}\n' };
    const module = evaluateModule('', sourcesOf(files), { maxInstances: 3 });
    expect(module.resources).toHaveLength(3);
    expect(problems(module)).toEqual([
      'main.tf:2:11 terraform/instances-cut Only 3 of 5000 instances are looked at.',
    ]);
  });

  test('of one name in several files are all there, and references mean the nearest one', () => {
    const module = evaluated({
      'a.tf': 'resource "b" "x" {\n  name = "first"\n}\noutput "a" {\n  value = b.x.name\n}\n',
      'b.tf': 'resource "b" "x" {\n  name = "second"\n}\noutput "b" {\n  value = b.x.name\n}\n',
    });
    expect(addresses(module)).toEqual(['b.x', 'b.x (b.tf:1)']);
    expect([...module.outputs.values()].map(({ value }) => plain(value))).toEqual(['first', 'second']);
    expect(problems(module)).toEqual([
      'b.tf:1:1 terraform/duplicate resource "b" "x" is declared already in this module.',
    ]);
  });
});

describe('dynamic blocks', () => {
  const RESOURCE = `variable "rules" {
  default = [{ port = 80, tags = ["a", "b"] }, { port = 443, tags = [] }]
}
variable "more" {}
resource "sg" "x" {
  ingress {
    port = 22
  }
  dynamic "ingress" {
    for_each = var.rules
    iterator = rule
    content {
      port = rule.value.port
      dynamic "tag" {
        for_each = rule.value.tags
        labels   = [tag.value]
        content {
          at = "\${rule.key}.\${tag.key}"
        }
      }
    }
  }
  dynamic "egress" {
    for_each = var.more
    content {
      port = egress.value
    }
  }
}
`;

  test('are expanded, nested, with iterators and labels; an unknown one is there once, uncertain', () => {
    const [resource] = evaluated({ 'main.tf': RESOURCE }).resources;
    expect(resource && outline(resource.block)).toEqual({
      blocks: [
        ['ingress', { port: 22 }],
        [
          'ingress',
          {
            port: 80,
            blocks: [
              ['tag', 'a', { at: '0.0' }],
              ['tag', 'b', { at: '0.1' }],
            ],
          },
        ],
        ['ingress', { port: 443 }],
        ['egress', { port: { unknown: 'var.more has no value' }, uncertain: 'var.more has no value' }],
      ],
    });
    const second = resource?.block.blocks[1];
    const place = second?.attributeLocations.get('port');
    expect(second && formatLocation(second.location)).toBe('main.tf:9:3');
    expect(place && formatLocation(place)).toBe('main.tf:13:7');
  });
});

describe('modules', () => {
  test('are evaluated by call, nested, with count and for_each', () => {
    const module = evaluated({
      'main.tf':
        'module "a" {\n  source   = "./m"\n  for_each = { x = 1, y = 2 }\n  n        = each.value\n}\noutput "o" {\n  value = [module.a["y"].n, [for k, m in module.a : m.n]]\n}\n',
      'm/main.tf':
        'variable "n" {}\nresource "r" "s" {\n  count = var.n\n}\nmodule "b" {\n  source = "../n"\n  count  = 1\n}\noutput "n" {\n  value = length(r.s)\n}\n',
      'n/main.tf': 'resource "t" "u" {}\n',
    });
    expect(addresses(module)).toEqual([
      'module.a["x"].r.s[0]',
      'module.a["x"].module.b[0].t.u',
      'module.a["y"].r.s[0]',
      'module.a["y"].r.s[1]',
      'module.a["y"].module.b[0].t.u',
    ]);
    expect(plain(module.outputs.get('o')!.value)).toEqual([2, [1, 2]]);
    const [, inner] = module.resources;
    expect(inner?.callChain.map(({ location, message }) => `${formatLocation(location)} ${message}`)).toEqual(
      ['main.tf:1:1 module.a["x"] is called here', 'm/main.tf:5:1 module.a["x"].module.b[0] is called here'],
    );
  });

  test('that are not there say why, and what they would give keeps that reason', () => {
    const module = evaluated({
      'main.tf':
        'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "~> 5.0"\n}\nmodule "out" {\n  source = "../elsewhere"\n}\nmodule "gone" {\n  source = "./gone"\n}\noutput "id" {\n  value = module.vpc.vpc_id\n}\n',
    });
    expect(module.moduleCalls.map(({ address, resolved, reason }) => [address, resolved, reason])).toEqual([
      ['module.vpc', undefined, 'module terraform-aws-modules/vpc/aws is not downloaded'],
      ['module.out', undefined, 'module ../elsewhere is outside of the root'],
      ['module.gone', undefined, 'module ./gone is not there'],
    ]);
    const id = module.outputs.get('id')!.value;
    expect(plain(id)).toEqual({ unknown: 'module terraform-aws-modules/vpc/aws is not downloaded' });
    expect(id.reference).toEqual({ mode: 'module', address: 'module.vpc', path: ['vpc_id'] });
  });

  test('that call themselves end, and are named', () => {
    const module = evaluated({
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    });
    expect(problems(module)).toEqual(['b/main.tf:1:1 terraform/cycle Modules call each other: a → b → a.']);
  });

  test('roots are those that no other module calls; of a circle, one', () => {
    const files = {
      'envs/prod/main.tf': 'module "a" {\n  source = "../../modules/a"\n}\n',
      'modules/a/main.tf': 'module "b" {\n  source = "./b"\n}\n',
      'modules/a/b/main.tf': 'resource "x" "y" {}\n',
      'circle/one/main.tf': 'module "t" {\n  source = "../two"\n}\n',
      'circle/two/main.tf': 'module "o" {\n  source = "../one"\n}\n',
      'docs/readme.txt': '',
    };
    const directories = ['docs', 'modules/a/b', 'modules/a', 'envs/prod', 'circle/two', 'circle/one'];
    expect(rootDirectories(directories, sourcesOf(files))).toEqual(['circle/one', 'envs/prod']);
  });
});

test('names that depend on themselves are named, once, and the rest goes on', () => {
  const module = evaluated({
    'main.tf':
      'locals {\n  a = local.b\n  b = local.c\n  c = "${local.a}"\n  d = 1\n}\noutput "x" {\n  value = [local.a, local.d]\n}\n',
  });
  expect(problems(module)).toEqual([
    'main.tf:2:7 terraform/cycle These depend on each other: local.a → local.b → local.c → local.a.',
  ]);
  expect(plain(module.outputs.get('x')!.value)).toEqual([{ failure: 'local.a depends on itself' }, 1]);
});

test('resources that count by each other end', () => {
  const module = evaluated({
    'main.tf': 'resource "a" "x" {\n  count = length(a.y)\n}\nresource "a" "y" {\n  count = length(a.x)\n}\n',
  });
  expect(problems(module)).toEqual(['main.tf:5:18 terraform/cycle a.x depends on itself.']);
});

test('resources may refer to each other by different attributes', () => {
  const module = evaluated({
    'main.tf':
      'resource "a" "x" {\n  name = "x"\n  peer = a.y.name\n}\nresource "a" "y" {\n  name = "y"\n  peer = a.x.name\n}\n',
  });
  expect(module.resources.map(({ block }) => outline(block))).toEqual([
    { name: 'x', peer: 'y' },
    { name: 'y', peer: 'x' },
  ]);
});

test('terraform and provider blocks are evaluated, and lifecycle names stay names', () => {
  const module = evaluated({
    'main.tf': `terraform {
  required_version = ">= 1.5"
  backend "s3" {
    bucket = "state"
  }
}
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
resource "a" "b" {
  provider   = aws.west
  depends_on = [module.x, a.c]
  workspace  = terraform.workspace
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags, name["x"]]
  }
}
`,
  });
  expect(module.terraformBlocks.map(outline)).toEqual([
    { required_version: '>= 1.5', blocks: [['backend', 's3', { bucket: 'state' }]] },
  ]);
  expect(module.providers.map(outline)).toEqual([{ alias: 'west', region: 'us-west-2' }]);
  const [resource] = module.resources;
  expect(resource).toMatchObject({ provider: 'aws.west', dependsOn: ['module.x', 'a.c'] });
  expect(resource && outline(resource.block)).toEqual({
    workspace: { unknown: 'no workspace is stated for terraform.workspace' },
    blocks: [['lifecycle', { prevent_destroy: true, ignore_changes: ['tags', 'name["x"]'] }]],
  });
  expect(problems(module)).toEqual([]);
});
