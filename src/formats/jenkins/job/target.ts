import { targetAmong, targetOf, type Naming, type Target } from '../../../delivery/index.ts';
import { known, purposeOf } from '../../../model/index.ts';
import { allCalls, argument, locate, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import { parametersOf, settingsOf } from './scope.ts';

const NAMES = /^(?:deploy_?|target_?)?(?:env|environment|stage|target)(?:_?name)?$/i;
const DEPLOYS = /\b(?:deploy(?:ment)?|release|promote|roll[- ]?out|ship)\b/i;

/** `Deploy to production` names its environment: Jenkins has no other words for that. */
export function environmentOf({ name, file, header }: Stage): Naming | undefined {
  const found = DEPLOYS.exec(name);
  // `deploy-production` deploys to production, and `deploy-to-eu-production` to eu-production.
  const words = found
    ? name
        .slice(found.index + found[0].length)
        .split(/[^\w-]+/)
        .map((one) => one.replace(/^[-_]+(?:to[-_])?/i, ''))
    : [];
  const word = words.find((one) => purposeOf(one) !== undefined);
  return word !== undefined && purposeOf(word)
    ? { text: word.toLowerCase(), at: locate(file, header) }
    : undefined;
}

/** The stage's name, a matrix, a variable, or a parameter that its steps use. */
export function environmentsOf(stage: Stage, jenkinsfile: Jenkinsfile): readonly Target[] {
  const named = environmentOf(stage);
  if (named) return [targetOf(known(named.text, named.at))];
  const header = locate(stage.file, stage.header);
  for (const [name, value] of stage.matrix) if (NAMES.test(name)) return [targetOf(known(value, header))];
  for (const { name, text, at } of settingsOf(stage, jenkinsfile)) {
    if (NAMES.test(name) && text && !text.includes('$')) return [targetOf(known(text, at))];
  }
  return chosen(stage, jenkinsfile);
}

/** A choice of whoever starts the pipeline. */
function chosen({ file, body }: Stage, jenkinsfile: Jenkinsfile): readonly Target[] {
  if (!body) return [];
  const written = file.text.slice(body.start, body.end);
  for (const parameter of parametersOf(jenkinsfile).flatMap(allCalls)) {
    const name = textOf(argument(parameter, 'name'));
    const list = argument(parameter, 'choices');
    if (
      parameter.name !== 'choice' ||
      name === undefined ||
      !list ||
      !NAMES.test(name) ||
      !/^\w+$/.test(name)
    )
      continue;
    if (!new RegExp(`\\bparams\\.${name}\\b|\\$\\{?${name}\\b`).test(written)) continue;
    const values =
      list.kind === 'list'
        ? list.items.flatMap(({ value }) => textOf(value) ?? [])
        : (textOf(list)
            ?.split('\n')
            .filter((line) => line !== '') ?? []);
    if (values.length > 0)
      return [targetAmong(values, `parameter \`${name}\``, locate(file, parameter.nameSpan), [])];
  }
  return [];
}
