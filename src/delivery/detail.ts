const TESTS: readonly (readonly [detail: string, pattern: RegExp])[] = [
  ['smoke', /smoke|sanity/i],
  [
    'e2e',
    /e2e|end-?to-?end|playwright|cypress|selenium|webdriver|acceptance|(?:^|[^a-z])ui-?tests?(?:[^a-z]|$)/i,
  ],
  ['integration', /integration|(?:^|[^a-z])(?:it|itest|contract|api|system)[-_:. ]?tests?(?:[^a-z]|$)/i],
  [
    'performance',
    /perf(?:ormance)?(?:[^a-z]|$)|(?:load|stress|soak)-?_?tests?|bench(?:mark)?s?(?:[^a-z]|$)/i,
  ],
];

/** Which tests a name speaks of; without a word of that, unit tests. */
export function testDetail(text: string): string {
  return TESTS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unit';
}

const REHEARSAL = /(?:^|[-_ ./])(?:tests?|e2e|lint|check|integration|plan|preview|validate)(?:[-_ ./]|$)/i;
const ROLLBACK = /roll[-_ ]?back|(?:^|[^a-z])(?:revert|undo)(?:[^a-z]|$)/i;
const DEPLOY = /(?:^|[^a-z])(?:deploy(?:s|ment)?|rollout|promote|ship|go-?live)(?:[^a-z]|$)/i;
const VERSION = /(?:^|[-_])(?:version|tag|sha|commit|revision|release|ref|image|build|digest)(?:[-_]|$)/i;

/** Jobs of these names try things out: what looks like a deploy there is a rehearsal, unless an environment is named. */
export function isRehearsal(name: string): boolean {
  if (!REHEARSAL.test(name)) return false;
  const words = name.toLowerCase().split(/[-_ ./]+/);
  // `test-and-deploy` and `build-test-deploy` do both; `deployment-tests` and `test-deploy` try a deploy out.
  const both = words.length > 2 && DEPLOY.test(words.at(-1) ?? '');
  return !both && !INTO.test(name);
}

/** `deploy to test` names an environment. */
const INTO = /deploy(?:s|ments?)?[-_ ./]*(?:in)?to(?:[-_ ./]|$)/i;
const TEARDOWN =
  /(?:^|[^a-z])(?:destroy|tear[-_ ]?down|undeploy|decommission|clean(?:[-_ ]?up|er|ing)?|purge)(?:[^a-z]|$)/i;

/** Jobs of these names take away what others deployed, with the same commands. */
export const isTeardown = (name: string): boolean =>
  TEARDOWN.test(name) && !/deploy/i.test(name.replace(TEARDOWN, ' '));

/** Names of pipelines and jobs that go back to an earlier version. */
export const isRollbackName = (name: string): boolean => ROLLBACK.test(name);

/** Names of jobs that deploy, for where no command is visible. */
export const isDeployName = (name: string): boolean => DEPLOY.test(name);

const FREEZE =
  /(?:code|deploy(?:ment)?s?|release|change|merge|holiday)[-_ ]?(?:freeze|window)s?(?:[^a-z]|$)|freeze[-_ ]?(?:check|window|gate|guard|period|date|calendar|start|end)|(?:check|in|for)[-_ ](?:a[-_ ]|the[-_ ])?freeze(?:[^a-z]|$)|is[-_ ]?frozen|blackout|^freeze$/i;

/** Names and lines of scripts that speak of times in which nothing is deployed; `pip freeze` does not. */
export const isFreezeName = (text: string): boolean => FREEZE.test(text);

/** Inputs of a started pipeline that choose a version to go back to. */
export const isVersionInput = (name: string): boolean => VERSION.test(name);
