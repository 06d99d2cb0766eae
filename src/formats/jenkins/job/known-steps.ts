import type { GroovyCall } from '../../../syntax/groovy/index.ts';

/** Steps of Jenkins and its plugins, words and methods of Groovy: none of these tests, scans or deploys by itself. */
const STEPS: ReadonlySet<string> = new Set(
  `agent ansiColor archive archiveArtifacts assert awsIdentity bitbucketStatusNotify bool booleanParam branch
  buildDiscarder buildName build_name cache case catch catchError checkout choice cleanWs configFileProvider container
  containerTemplate credentials cron currentBuild def default deleteDir dir disableConcurrentBuilds do
  docker dockerNode dockerfile echo ecrLogin else emptyDirVolume envVar error file fileExists fileOperations finally
  findFiles fingerprint for git githubNotify gitlabCommitStatus gitUsernamePassword httpRequest if input isUnix junit
  kubeconfigFile library libraryResource load lock logRotator milestone node nodejs parallel parameters password pipeline
  pipelineTriggers podTemplate pollSCM print println properties publishChecks publishHTML pwd readCSV readFile readJSON
  readManifest readMavenPom readProperties readTOML readYaml resolveScm retry return rtServer script sha1 sha256 sleep
  sshagent sshUserPrivateKey stage stash steps stopJob string submitter switch sysout tee throttle throw timeout timestamps
  tool touch triggers try unarchive unstable unstash unzip updateGithubCommitStatus updateGitlabCommitStatus upstream
  usernameColonPassword usernamePassword validateDeclarativePipeline waitUntil warnError when while withAWS
  withCredentials withDockerContainer withDockerRegistry withDockerServer withEnv withGradle withKubeConfig
  withKubeCredentials withMaven withSonarQubeEnv withVault wrap writeFile writeJSON writeYaml ws zip import package new
  overrideIndexTriggers skipDefaultCheckout skipStagesAfterUnstable preserveStashes rateLimitBuilds newBuildsQueueBatch
  parallelsAlwaysFailFast durabilityHint quietPeriod disableResume gitLabConnection ansiblePlaybook docker.withRegistry
  docker.withServer docker.withTool docker.image certificate azureServicePrincipal amazonWebServicesCredentials aws
  string text catchInterruptions publishCoverage publishIssues addBadge addShortText manager echoError jacoco cobertura
  checkstyle spotBugs pmdParser javaDoc scanForIssues mavenConsole dependencyTrackPublisher tagWithTimestamp node
  withChecks office365 buildDescription s3Download cfnOutputs cfnValidate setBuildStatus step writeMavenPom
  milestone. lastChanges printTable splitTests timestamps. withFolderProperties ansiblevault
  lastSuccessful lastCompleted latestSavedBuild specific permalink buildParameter workspace`.split(/\s+/),
);

/** Names of steps that ask, tell or tidy: `isTrusted`, `tagDeployment`, `sendDeployEvent`. */
const SAYS =
  /^(?:is|get|set|has|should|log|print|notify|read|parse|find|format|update|add|clean|cleanup|init|setup|checkout|post|slack|tag|record|comment|abort|cancel)(?![a-z])|(?:Event|Status|Metrics?|Comment|Badge|Label)$/;

/**
 * Is it known that a call does nothing that delivery is about? Methods of objects and of Groovy are taken for that, and
 * what is named as what tells or asks something.
 */
export function isKnownStep({ name, receiver }: GroovyCall): boolean {
  if (receiver || name.startsWith('@') || STEPS.has(name)) return true;
  if (name.includes('.') && !/deploy|release|test|scan/i.test(name)) return true;
  if (/^[A-Z]/.test(name)) return true;
  return (
    SAYS.test(name) || /notif|slack|^(?:int|boolean|void|long|it|env|params|scm|any|none|_)$/i.test(name)
  );
}
