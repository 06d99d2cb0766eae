import type { SubjectOf } from '../../model/index.ts';
import type { DockerfileFile } from '../../syntax/dockerfile/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { uncheckedCommands, uncheckedVariables } from './commands/connections.ts';
import { unverifiedAdds, unverifiedCommands } from './commands/downloads.ts';
import { elevatedSteps, staleLists, unanswered } from './commands/packages.ts';
import { scriptsOf } from './commands/scripts.ts';
import { keptSecrets, literalSecrets } from './commands/secrets.ts';
import { basesOf } from './read/images.ts';
import { addedFiles, mistakesOf, portsOf, relativeFolders } from './read/mistakes.ts';
import { behindShell, healthChecked } from './read/running.ts';
import { readBuild, type Build } from './read/stages.ts';
import { runsAsRoot } from './read/user.ts';

/** More than anybody chooses from. */
const MAX_STAGES = 200;

/** Each file is how one image is made. */
export function normalize(documents: readonly DockerfileFile[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects = documents.flatMap((document) => {
    const build = readBuild(document);
    const credentials = literalSecrets(build).map((one) => ({ ...one, id: uniqueId(one.id) }));
    return [imageBuild(build, context), ...credentials];
  });
  return { subjects, diagnostics: [] };
}

function imageBuild(build: Build, context: FormatContext): SubjectOf<'image-build'> {
  const { file, last, locate } = build;
  const scripts = scriptsOf(build);
  const environment = context.environmentOf(file.path);
  const mistakes = [...mistakesOf(build), ...unanswered(build, scripts)];
  return {
    kind: 'image-build',
    id: file.path,
    name: file.path,
    format: 'dockerfile',
    ...(environment !== undefined && { environment }),
    location: locate(last?.from.span ?? { start: 0, end: 0 }),
    facts: {
      path: file.path,
      bases: basesOf(build),
      root: runsAsRoot(build),
      healthChecked: healthChecked(build),
      stages: build.stages.slice(-MAX_STAGES).map((stage) => ({
        name: stage.name ?? null,
        root: runsAsRoot({ last: stage, locate }),
        healthChecked: healthChecked({ last: stage, locate }),
      })),
      behindShell: behindShell(build),
      ports: portsOf(build),
      unverified: [...unverifiedCommands(scripts), ...unverifiedAdds(build)],
      unchecked: [...uncheckedCommands(scripts), ...uncheckedVariables(build)],
      staleLists: staleLists(scripts),
      elevated: elevatedSteps(scripts),
      keepsSecrets: keptSecrets(build),
      relativeFolders: relativeFolders(build),
      added: addedFiles(build),
      mistakes: mistakes.map((problem) => ({ problem })),
    },
  };
}
