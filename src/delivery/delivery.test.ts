import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { credentialsOfAction, isCloudKey, recognizeAction, recognizeCommand } from './index.ts';
import { isRehearsal, isTeardown } from './detail.ts';
import plan from '../plan/schema/deployment-plan.schema.json' with { type: 'json' };
import schema from './tables/schema.json' with { type: 'json' };

const folder = new URL('tables/', import.meta.url);

describe('the tables', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(schema, 'tables');

  for (const kind of ['command', 'action']) {
    it.each(readdirSync(new URL(`${kind}s/`, folder)))(`${kind}s/%s follows the schema`, (name) => {
      const table: unknown = JSON.parse(readFileSync(new URL(`${kind}s/${name}`, folder), 'utf8'));
      const validate = ajv.compile({ type: 'array', items: { $ref: `tables#/definitions/${kind}` } });
      validate(table);
      expect(validate.errors ?? []).toEqual([]);
    });
  }

  it('name scripts by patterns, and programs by their names', () => {
    const entries = readdirSync(new URL('commands/', folder)).flatMap(
      (name) =>
        JSON.parse(readFileSync(new URL(`commands/${name}`, folder), 'utf8')) as {
          readonly match: readonly string[];
          readonly script?: boolean;
        }[],
    );
    const programs = entries.filter(({ script }) => !script).flatMap(({ match }) => match);
    expect(programs.filter((pattern) => /^\S*\*/.test(pattern))).toEqual([]);
  });

  it('recognize every kind of test and scan that a plan can ask for, by the name the plan gives it', () => {
    const asked = [...plan.definitions.scan.enum, ...plan.definitions.delivery.properties.tests.items.enum];
    const texts = readdirSync(new URL('commands/', folder)).map((name) =>
      readFileSync(new URL(`commands/${name}`, folder), 'utf8'),
    );
    // What a test is called decides which of the kinds it is.
    const given = new Set([...texts.join('').matchAll(/"detail": "(\w+)"/g)].map(([, detail]) => detail));
    for (const line of ['npm test', 'npm run test:smoke', 'npm run test:integration', 'npm run test:load'])
      for (const { detail } of recognizeCommand(line.split(' '), { remote: false })) given.add(detail);
    expect(asked.filter((kind) => !given.has(kind))).toEqual([]);
  });
});

/** Everything recognized, as `kind detail failure by`. */
function seen(line: string, remote = false): string[] {
  return recognizeCommand(line.split(' '), { remote }).map(({ kind, detail, failure, by }) =>
    [kind, detail, failure === 'fails' ? '' : failure, by].filter(Boolean).join(' | '),
  );
}

describe('commands', () => {
  it.each<[line: string, expected: string[]]>([
    ['kubectl -n prod apply -f k8s/', ['deploy | kubectl apply']],
    ['kubectl apply -f k8s/ --dry-run=server', []],
    ['kubectl create namespace shop', []],
    ['kubectl create -f job.yaml', ['deploy | kubectl create']],
    ['kubectl config set-context prod', []],
    ['helm upgrade shop ./chart --install --atomic', ['deploy | helm upgrade', 'rollback | helm upgrade']],
    ['helm template shop ./chart', ['build | helm template']],
    ['terraform -chdir=infra apply -auto-approve', ['deploy | terraform apply']],
    ['terraform plan', []],
    ['git push https://heroku:$TOKEN@git.heroku.com/shop.git main', ['deploy | git push']],
    ['git push origin main', []],
    ['./bin/uat_deploy', ['deploy | uat_deploy']],
    ['./tools/Deploy-Shop.ps1 -Environment prod', ['deploy | Deploy-Shop.ps1']],
    ['.\\deploy.cmd', ['deploy | deploy.cmd']],
    ['bundle exec rspec --format doc -- spec/a_spec.rb', ['test | unit | rspec']],
    ['mise exec node@20 -- npm test', ['test | unit | npm test']],
    ['docker-compose run --rm shop-test', ['test | unit | docker-compose run shop-test']],
    ['docker compose -f ci.yml up --exit-code-from api', ['test | unit | docker compose up']],
    ['docker compose up -d', []],
    ['dotnet cake build.cake --target=Test', ['test | unit | dotnet cake']],
    ['./build.ps1 -Tasks unitTests', ['test | unit | build.ps1']],
    ['./build.ps1 -Tasks pack', []],
    ['./bin/run-owasp-scan', ['scan | run-owasp-scan']],
    ['./scanner/start.sh', []],
    ['Invoke-Pester -CI', ['test | unit | Invoke-Pester']],
    ['Invoke-Pester ./tests', ['test | unit | outside | Invoke-Pester']],
    ['./tests/Invoke-UnitTests.ps1', ['test | unit | Invoke-UnitTests.ps1']],
    ['terraform-compliance -f rules -p plan.out', ['scan | infrastructure | terraform-compliance']],
    ['/tmp/bridge-cli --stage blackducksca', ['scan | sast | bridge-cli']],
    ['aws --region eu-west-1 ecs update-service --service shop', ['deploy | aws ecs update-service']],
    ['aws s3 sync dist s3://shop --delete', ['deploy | aws s3 sync']],
    ['aws s3 cp s3://shop/config.json .', []],
    [
      'gcloud run services update-traffic shop --to-revisions shop-1=100',
      ['rollback | gcloud run services update-traffic'],
    ],
    ['az webapp deployment slot swap --slot staging', ['rollback | az webapp deployment slot swap']],
    ['git push heroku main', ['deploy | git push']],
    ['git push origin main', []],
    ['scp -i key dist.tgz deploy@host:/srv', ['deploy | scp']],
    ['scp deploy@host:/srv/log .', []],
    ['./scripts/deploy.sh production', ['deploy | deploy.sh']],
    ['bash ci/run-tests.sh', ['test | unit | run-tests.sh']],
    ['docker compose up -d', []],
    ['docker compose -f ci.yml --profile test run --rm web pytest -q', ['test | unit | pytest']],
    ['poetry -C backend run pytest', ['test | unit | pytest']],
    ['npm run test:e2e', ['test | e2e | npm run test:e2e']],
    ['npx --yes playwright@1.49 test', ['test | e2e | playwright test']],
    ['poetry run pytest -q tests/integration', ['test | integration | pytest']],
    ['mvn -B verify', ['test | unit | mvn verify']],
    ['mvn -B package -DskipTests', ['build | mvn package']],
    ['./gradlew build -x test', ['build | gradlew build']],
    ['make check-docs', []],
    ['./scripts/smoke.sh production', ['verify | smoke.sh']],
    ['python3 scripts/smoke_test.py', ['test | smoke | smoke_test.py', 'verify | smoke_test.py']],
    ['bash ops/check-health.sh', ['verify | check-health.sh']],
    ['python3 ops/orders_test.py', ['test | unit | orders_test.py']],
    ['./verify-deployment.sh', ['verify | verify-deployment.sh']],
    ['make ci', ['opaque | make ci']],
    ['npm run verify', ['opaque | npm run verify']],
    ['bash scripts/ci.sh', ['opaque | ci.sh']],
    ['npm it', ['test | unit | npm it']],
    ['yarn workspaces foreach -A run test', ['test | unit | yarn workspaces test']],
    ['yarn workspace shop test:e2e', ['test | e2e | yarn workspace test:e2e']],
    ['docker run --rm -v $PWD:/app shop npm test', ['test | unit | npm test']],
    ['docker run --rm shop', []],
    ['docker build --target test .', ['test | unit | docker build', 'build | docker build']],
    ['docker build --target runtime .', ['build | docker build']],
    ['earthly --ci +test', ['test | unit | earthly +test']],
    ['dagger call test --source=.', ['test | unit | dagger call test']],
    ['trivy image shop:1', ['scan | container | never | trivy image']],
    ['trivy image --exit-code 1 shop:1', ['scan | container | trivy image']],
    ['trivy image --exit-code 0 shop:1', ['scan | container | never | trivy image']],
    ['docker run --rm -v $PWD:/src aquasec/trivy fs --exit-code 1 /src', ['scan | dependencies | trivy fs']],
    ['checkov -d infra --soft-fail', ['scan | infrastructure | never | checkov']],
    ['zap-baseline.py -t https://shop.example', ['scan | dast | zap-baseline.py']],
    ['npx license-checker --summary', ['scan | licenses | never | license-checker']],
    ['npx license-checker --production --failOn GPL-3.0', ['scan | licenses | license-checker']],
    ['make scan', ['scan | make scan']],
    ['npm run lint:security', ['scan | npm run lint:security']],
    ['wizcli docker scan --image shop:1', ['scan | container | wizcli docker scan']],
    ['sonar-scanner', ['scan | sast | outside | sonar-scanner']],
    ['curl -fsS https://shop.example/healthz', ['verify | curl']],
    ['curl -sfLo kustomize https://github.com/kubernetes-sigs/kustomize.tgz', []],
    ["curl -s -o /dev/null -w '%{http_code}' https://shop.example", ['verify | curl']],
    ['http --check-status https://shop.example', ['verify | http']],
    ['http https://shop.example', []],
    ['kind create cluster', ['cluster | kind create cluster']],
    ['echo kubectl apply', []],
  ])('%s', (line, expected) => {
    expect(seen(line)).toEqual(expected);
  });

  it.each([
    ['gcloud run deploy shop --image r/shop:1', true],
    ['gcloud run deploy shop --image r/shop:1 --async', false],
    ['skaffold run -p production', true],
    ['skaffold run --status-check=false', false],
    ['nomad job run -detach shop.nomad', false],
    ['flyctl deploy --remote-only', true],
    ['kubectl apply -f shop.yaml', false],
    ['helm upgrade shop ./chart --wait', true],
  ])('%s waits until what it deployed is healthy: %s', (line, expected) => {
    const [deploy] = recognizeCommand(line.split(' '), { remote: false });
    expect([deploy?.kind, deploy?.verifies]).toEqual(['deploy', expected]);
  });

  it('counts a restart on another machine as a deploy, and one on the runner as none', () => {
    expect(seen('docker compose up -d', true)).toEqual(['deploy | docker compose up']);
    expect(seen('systemctl restart shop', false)).toEqual([]);
  });
});

describe('actions', () => {
  const of = (name: string, given: Record<string, string> = {}): string[] =>
    recognizeAction(name, (input) => given[input]).map(({ recognition, runs }) => {
      const inside = runs && ('input' in runs ? `runs ${runs.input}` : `runs ${runs.words.join(' ')}`);
      const { kind = '', detail = '', failure = 'fails' } = recognition ?? {};
      return [kind, detail, failure === 'fails' ? '' : failure, inside].filter(Boolean).join(' | ');
    });

  it.each<[name: string, given: Record<string, string>, expected: string[]]>([
    ['aquasecurity/trivy-action', {}, ['scan | container | never']],
    ['aquasecurity/trivy-action', { 'exit-code': '1', 'scan-type': 'config' }, ['scan | infrastructure']],
    ['Azure/k8s-deploy', { action: 'reject' }, ['rollback']],
    ['azure/k8s-deploy', {}, ['deploy']],
    ['pulumi/actions', { command: 'preview' }, []],
    ['pulumi/actions', { command: 'up' }, ['deploy']],
    ['cloudflare/wrangler-action', {}, ['runs wrangler deploy']],
    ['cloudflare/wrangler-action', { command: 'pages deploy dist' }, ['runs command']],
    ['appleboy/ssh-action', { script: 'ls' }, ['deploy | runs script']],
    ['docker/build-push-action', { push: 'true' }, ['package', 'build']],
    ['docker/build-push-action', { push: 'false' }, ['build']],
    ['helm/chart-releaser-action', {}, ['package']],
    ['github/codeql-action/analyze', {}, ['scan | sast | outside']],
    ['snyk/actions/docker', {}, ['scan | container']],
    ['zaproxy/action-full-scan', { fail_action: 'true' }, ['scan | dast']],
    ['fsfe/reuse-action', {}, ['scan | licenses']],
    ['snyk/actions/node', { command: 'monitor' }, ['scan | dependencies | never']],
    ['someone/unknown', {}, []],
  ])('%s with %j', (name, given, expected) => {
    expect(of(name, given)).toEqual(expected);
  });

  it('knows long-lived keys from federated identities', () => {
    const use = (given: Record<string, string>): unknown =>
      credentialsOfAction('aws-actions/configure-aws-credentials', (name) => given[name]);
    expect(use({ 'role-to-assume': 'r' })).toEqual({ kind: 'federated', name: 'role-to-assume' });
    expect(use({ 'role-to-assume': 'r', 'aws-access-key-id': 'k' })).toEqual({
      kind: 'static',
      name: 'aws-access-key-id',
    });
    expect(['PROD_AWS_SECRET_ACCESS_KEY', 'NPM_TOKEN', 'KUBECONFIG'].map(isCloudKey)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

it.each([
  ['e2e-tests', true],
  ['deployment-tests', true],
  ['test-deploy', true],
  ['terraform plan', true],
  ['test-and-deploy', false],
  ['Build, test and deploy', false],
  ['deploy', false],
  ['contest', false],
  ['Deploy To Test', false],
  ['deploy-into-test', false],
])('a job named %s is a rehearsal: %s', (name, expected) => {
  expect(isRehearsal(name)).toBe(expected);
});

it.each([
  ['Terraform Destroy', true],
  ['teardown-preview', true],
  ['deploy', false],
  ['destroy-and-deploy', false],
])('a job named %s takes away what is there: %s', (name, expected) => {
  expect(isTeardown(name)).toBe(expected);
});
