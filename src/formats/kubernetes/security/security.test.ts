import { expect, it } from 'vitest';
import { printSubjects } from '../../../../test/support/facts.ts';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

async function linesOf(text: string, ...prefixes: readonly string[]): Promise<readonly string[]> {
  const { subjects } = await readTexts(format, { 'k8s/a.yaml': text });
  return printSubjects(subjects)
    .split('\n')
    .filter((line) => prefixes.some((prefix) => line.includes(prefix)))
    .map((line) => line.trim());
}

const pod = (spec: string, meta = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a${meta} }\nspec: ${spec}\n`;

it('takes the profile of a container before that of its pod, and fields before annotations', async () => {
  const note = ', annotations: { container.seccomp.security.alpha.kubernetes.io/a: unconfined }';
  const own = 'securityContext: { seccompProfile: { type: RuntimeDefault } }';
  const open = 'securityContext: { seccompProfile: { type: Unconfined } }';
  expect(await linesOf(pod(`{ ${open}, containers: [{ name: a, ${own} }] }`), 'loosened')).toEqual([]);
  expect(await linesOf(pod(`{ ${own}, containers: [{ name: a }] }`, note), 'loosened')).toEqual([]);
  expect(await linesOf(pod(`{ containers: [{ name: a }] }`, note), 'loosened')).toEqual([
    'loosened.0.what: "container a runs without a profile of seccomp" @3:87',
  ]);
  expect(await linesOf(pod(`{ ${open}, containers: [{ name: a }, { name: b }] }`), 'loosened')).toEqual([
    'loosened.0.what: "each pod runs without a profile of seccomp" @4:52',
  ]);
});

it('tells a profile of AppArmor that there is not from those of the platform and the machine', async () => {
  const noted = (value: string): Promise<readonly string[]> =>
    linesOf(
      pod(
        '{ containers: [{ name: a }] }',
        `, annotations: { container.apparmor.security.beta.kubernetes.io/a: ${value} }`,
      ),
      'loosened',
    );
  expect(await noted('runtime/default')).toEqual([]);
  expect(await noted('localhost/web')).toEqual([]);
  expect(await noted('custom')).toEqual([
    'loosened.0.what: "container a names the profile custom of AppArmor, which there is not" @3:87',
  ]);
});

it('reads flags of a program by its command, else by its image, in every way that they are written', async () => {
  const command = pod(
    '{ containers: [{ name: a, command: [/usr/bin/kube-apiserver, --a=b, --c, d, --e], args: ["--f="] }] }',
  );
  expect(await linesOf(command, 'program:', 'flags')).toEqual([
    'program: "kube-apiserver"',
    'flags.0.name: "a"',
    'flags.0.setting: "b" @4:68',
    'flags.1.name: "c"',
    'flags.1.setting: "d" @4:75',
    'flags.2.name: "e"',
    'flags.2.setting: "true" @4:83',
    'flags.3.name: "f"',
    'flags.3.setting: "" @4:96',
  ]);
  const image = pod('{ containers: [{ name: a, image: registry.example/etcd:3.5, args: [--auto-tls] }] }');
  expect(await linesOf(image, 'program:', 'setting')).toEqual([
    'program: "etcd"',
    'flags.0.setting: "true" @4:74',
  ]);
  expect(
    await linesOf(pod('{ containers: [{ name: a, image: web, command: [web, etc] }] }'), 'program:'),
  ).toEqual([]);
});

it('mounts a token as the pod says, else as its account says, else always', async () => {
  const account =
    '---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: default }\nautomountServiceAccountToken: false\n';
  expect(await linesOf(pod('{ containers: [] }'), 'tokenMounted')).toEqual(['tokenMounted: true @4:1']);
  expect(await linesOf(pod('{ containers: [] }') + account, 'tokenMounted')).toEqual([
    'tokenMounted: false @9:31',
  ]);
  expect(
    await linesOf(pod('{ automountServiceAccountToken: true, containers: [] }') + account, 'tokenMounted'),
  ).toEqual(['tokenMounted: true @4:39']);
});

it('takes ports of the machine, not those that only the machine itself reaches', async () => {
  const ports = '[{ hostPort: 80 }, { hostPort: 81, hostIP: 127.0.0.1 }, { containerPort: 82 }]';
  expect(await linesOf(pod(`{ containers: [{ name: a, ports: ${ports} }] }`), 'hostPorts')).toEqual([
    'containers.0.hostPorts.0.port: 80 @4:53',
  ]);
});
