import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { allTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, nothing, textOf, type Part } from '../resource/part.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import { commandsOf } from './buildspec.ts';
import type { Project } from './project.ts';

/** Projects of CodeBuild as machines that build. */
export function buildProjects(
  stack: Stack,
  projects: readonly Project[],
): readonly SubjectOf<'build-project'>[] {
  return projects.map((project) => {
    const { resource, names } = project;
    return stack.subject('build-project', resource, {
      provider: 'aws',
      privileged: boolSetting(resource, { on: [names.environment, names.privileged], absent: false }),
      usesContainers: usesContainers(project),
      artifactsEncrypted: artifactsEncrypted(project),
    });
  });
}

/** Tools that start containers or build images. */
const CONTAINERS =
  /\b(?:docker|dockerd|podman|buildah|buildctl|nerdctl|img|pack|earthly|skaffold|kind|k3d|minikube|testcontainers)\b|--use-container/;
/** What runs anything. */
const OPAQUE =
  /\b(?:make|task|just|mage|rake|bazel|cdk|gradle|gradlew|mvn|mvnw|bash|sh|zsh|source)\b|\b(?:npm|pnpm|yarn|bun) (?!ci\b|install\b|i\b)|\.sh\b|\bpython3? \S+\.py\b|(?:^|[;&|] *)\.{1,2}\//m;

function usesContainers({ buildspec, resource, hidden }: Project): Fact<boolean> {
  if (!buildspec) return unknown(hidden, resource.at, resource.related);
  const commands = commandsOf(buildspec);
  const using = commands.find(({ text }) => CONTAINERS.test(text));
  if (using) return known(true, using.at);
  const opaque = commands.find(({ text }) => OPAQUE.test(text));
  if (!opaque) return known(false, resource.at, resource.related);
  const [line = ''] = opaque.text.trim().split('\n');
  return unknown(`what \`${line.slice(0, 60)}\` runs is not read`, opaque.at);
}

/** Encryption can be switched off for what it keeps, each for itself. */
function artifactsEncrypted({ resource }: Project): Fact<boolean | null> {
  const [main] = [...resource.parts('artifacts'), ...resource.parts('Artifacts')];
  const others = [...resource.parts('secondary_artifacts'), ...resource.parts('SecondaryArtifacts')];
  const kept = [...(main ? [main] : []), ...others].filter((part) => typeOf(part) !== 'NO_ARTIFACTS');
  if (kept.length === 0) return main ? nothing(main) : nothing(resource);
  const encrypted = kept.map((part) => {
    const off = bool(part, 'encryption_disabled') ?? bool(part, 'EncryptionDisabled');
    return derive(off ?? byDefault(false, part), (disabled) => !disabled);
  });
  return allTrue(encrypted, encrypted[0] ?? byDefault(true, resource));
}

function typeOf(part: Part): string | undefined {
  const type = part.get('type') ?? part.get('Type');
  return type && textOf(type);
}
