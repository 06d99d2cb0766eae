import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceFile } from '../../../../source/index.ts';
import { parseZip, type Archive } from '../../../../syntax/zip/index.ts';
import { plain } from '../../evaluate/testing/files.ts';
import type { EvaluatedModule } from '../../evaluate/index.ts';
import { unpack } from './msgpack.ts';
import { fieldsOf } from './protobuf.ts';
import { readPlanArchive } from './read.ts';

/** Made by Terraform 1.11.4 with its own resource `terraform_data`, which needs no provider. */
const BYTES = readFileSync(join(import.meta.dirname, 'samples/tfplan'));
const file = sourceFile('infra/tfplan', '');

function archiveOf(bytes: Uint8Array): Archive {
  const { archive } = parseZip(file, bytes);
  if (!archive) throw new Error('no archive');
  return archive;
}

const valuesOf = ({ resources }: EvaluatedModule): unknown =>
  Object.fromEntries(
    resources.map(({ address, block }) => [
      address,
      Object.fromEntries([...block.attributes].map(([name, value]) => [name, plain(value)])),
    ]),
  );

test('a plan of Terraform has the values that it plans', () => {
  const { plan, diagnostics } = readPlanArchive(archiveOf(BYTES));
  expect(diagnostics).toEqual([]);
  expect(plan && valuesOf(plan.module)).toMatchInlineSnapshot(`
    {
      "module.m["x"].terraform_data.in": {
        "id": {
          "unknown": "module.m["x"].terraform_data.in.id is known after apply",
        },
        "input": {
          "unknown": "module.m["x"].terraform_data.in.input is known after apply",
        },
        "output": {
          "unknown": "module.m["x"].terraform_data.in.output is known after apply",
        },
        "triggers_replace": [
          "é",
          "日本",
        ],
      },
      "module.m["y"].terraform_data.in": {
        "id": {
          "unknown": "module.m["y"].terraform_data.in.id is known after apply",
        },
        "input": {
          "unknown": "module.m["y"].terraform_data.in.input is known after apply",
        },
        "output": {
          "unknown": "module.m["y"].terraform_data.in.output is known after apply",
        },
        "triggers_replace": [
          "é",
          "日本",
        ],
      },
      "terraform_data.a[0]": {
        "id": {
          "unknown": "terraform_data.a[0].id is known after apply",
        },
        "input": {
          "big": "12345678901234567890",
          "list": [
            1,
            2.5,
            true,
            null,
          ],
          "name": "a0",
        },
        "output": {
          "unknown": "terraform_data.a[0].output is known after apply",
        },
        "triggers_replace": null,
      },
      "terraform_data.a[1]": {
        "id": {
          "unknown": "terraform_data.a[1].id is known after apply",
        },
        "input": {
          "big": "12345678901234567890",
          "list": [
            1,
            2.5,
            true,
            null,
          ],
          "name": "a1",
        },
        "output": {
          "unknown": "terraform_data.a[1].output is known after apply",
        },
        "triggers_replace": null,
      },
      "terraform_data.b": {
        "id": {
          "unknown": "terraform_data.b.id is known after apply",
        },
        "input": {
          "unknown": "terraform_data.b.input is known after apply",
        },
        "output": {
          "unknown": "terraform_data.b.output is known after apply",
        },
        "triggers_replace": null,
      },
      "terraform_data.c": {
        "id": {
          "unknown": "terraform_data.c.id is known after apply",
        },
        "input": {
          "id": {
            "unknown": "terraform_data.c.input.id is known after apply",
          },
          "k": {
            "unknown": "terraform_data.c.input.k is known after apply",
          },
          "s": "hush",
        },
        "output": {
          "unknown": "terraform_data.c.output is known after apply",
        },
        "triggers_replace": null,
      },
    }
  `);
});

test('alone it has the places of the configuration that it holds', () => {
  const { plan } = readPlanArchive(archiveOf(BYTES));
  const places = plan?.alone.resources.map(({ address, block: { location, attributes } }) => {
    const { line } = location.file.positionAt(location.span.start);
    const input = attributes.get('input');
    return `${address} ${location.file.path}:${line} ${JSON.stringify(input && plain(input))}`;
  });
  expect(places).toMatchInlineSnapshot(`
    [
      "terraform_data.a[0] infra/tfplan/main.tf:10 {"big":"12345678901234567890","list":[1,2.5,true,null],"name":"a0"}",
      "terraform_data.a[1] infra/tfplan/main.tf:10 {"big":"12345678901234567890","list":[1,2.5,true,null],"name":"a1"}",
      "terraform_data.b infra/tfplan/main.tf:14 {"unknown":"terraform_data.b.input is known after apply"}",
      "terraform_data.c infra/tfplan/main.tf:17 {"id":{"unknown":"terraform_data.c.input.id is known after apply"},"k":{"unknown":"terraform_data.c.input.k is known after apply","parts":["id-","?"]},"s":"hush"}",
      "module.m["y"].terraform_data.in infra/tfplan/modules/m/main.tf:2 {"unknown":"module.m[\\"y\\"].terraform_data.in.input is known after apply"}",
      "module.m["x"].terraform_data.in infra/tfplan/modules/m/main.tf:2 {"unknown":"module.m[\\"x\\"].terraform_data.in.input is known after apply"}",
    ]
  `);
});

test('what is no plan is one diagnostic', () => {
  const entries = new Map([['tfplan', Uint8Array.of(0xff, 1, 2)]]);
  expect(readPlanArchive({ file, entries }).diagnostics.map(({ message }) => message)).toEqual([
    'What this plan holds is not known here: it is of another version, or broken.',
  ]);
});

test('no bytes make it throw', () => {
  const archive = archiveOf(BYTES);
  const plan = archive.entries.get('tfplan') ?? new Uint8Array();
  fc.assert(
    fc.property(fc.nat(plan.length - 1), fc.nat(255), fc.nat(plan.length), (at, byte, end) => {
      const changed = plan.slice(0, end);
      if (at < end) changed[at] = byte;
      readPlanArchive({ ...archive, entries: new Map([...archive.entries, ['tfplan', changed]]) });
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      fieldsOf(bytes);
      unpack(bytes, { file, span: { start: 0, end: 0 } }, 'x');
      for (const name of ['tfstate', 'tfconfig/modules.json', 'tfconfig/m-/main.tf'])
        readPlanArchive({ file, entries: new Map([...archive.entries, [name, bytes]]) });
    }),
  );
});
