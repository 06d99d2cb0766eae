import { describe, expect, it } from 'vitest';
import { factsOf } from '../testing/screen.ts';
import { fact } from '../testing/deploy.ts';

const DEPLOY = 'deploy:\n  stage: deploy\n  script: kubectl apply -f k8s\n';

describe('the target', () => {
  it.each<[what: string, text: string, target: string[], production: string[]]>([
    ['an environment', `${DEPLOY}  environment: live\n`, ['live @4:16'], ['true @4:16']],
    [
      'its tier',
      `${DEPLOY}  environment: { name: blue, deployment_tier: production }\n`,
      ['blue @4:24'],
      ['true @4:47'],
    ],
    [
      'a variable',
      `variables: { WHERE: staging }\n${DEPLOY}  environment: $WHERE/eu\n`,
      ['staging/eu @5:16'],
      ['false @5:16'],
    ],
    [
      'a matrix',
      `${DEPLOY}  parallel: { matrix: [{ E: [dev, prod] }] }\n  environment: $E\n`,
      ['dev @5:16', 'prod @5:16'],
      ['false @5:16', 'true @5:16'],
    ],
    [
      'one for each branch',
      `${DEPLOY}  environment: review/$CI_COMMIT_REF_SLUG\n`,
      [
        '? `review/$CI_COMMIT_REF_SLUG` is named after `CI_COMMIT_REF_SLUG`, which is known only when the pipeline runs @4:16',
      ],
      ['false @4:16'],
    ],
    [
      'a variable of the script',
      'deploy: { script: [export NS=prod, kubectl apply -n $NS -f k8s] }\n',
      ['prod @1:36'],
      ['true @1:36'],
    ],
  ])('is %s', async (_, text, target, production) => {
    expect(await fact('target', text)).toEqual(target);
    expect(await fact('production', text)).toEqual(production);
  });
});

describe('a deploy job', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'what only its environment shows',
      'live: { script: ./ship, environment: production }\n',
      ['environment: production @1:38'],
    ],
    ['no test of an environment', 'smoke: { script: npm test, environment: production }\n', []],
    ['no end of an environment', `${DEPLOY}  environment: { name: review, action: stop }\n`, []],
    ['no preparation of one', 'x: { script: ./seed, environment: { name: live, action: prepare } }\n', []],
    ['what is triggered elsewhere', 'x: { trigger: group/deploy-shop }\n', ['group/deploy-shop @1:15']],
    [
      'what its template elsewhere is named',
      'x: { extends: .deploy, environment: live }\n',
      ['.deploy @1:15'],
    ],
    ['a site', 'pages: { script: make html }\n', ['pages @1:1']],
    ['no job that never runs', `${DEPLOY}  rules: [{ when: never }]\n`, []],
    ['no hidden job', '.deploy: { script: kubectl apply -f k8s }\nx: { script: echo }\n', []],
  ])('is %s', async (_, text, expected) => {
    expect(await fact('recognizedBy', text)).toEqual(expected);
  });
});

describe('the artifact and the credentials', () => {
  it.each<[tag: string, expected: string]>([
    ['$CI_COMMIT_SHORT_SHA', 'true @1:19'],
    ['${CI_COMMIT_SHA:0:8}', 'true @1:19'],
    ['$(git rev-parse HEAD)', 'true @1:19'],
    ['$CI_COMMIT_REF_SLUG', 'false @1:19'],
    ['latest', 'false @1:19'],
    ['$VERSION', '? `VERSION` is set outside the files, or while the pipeline runs @1:19'],
  ])('is named by %s', async (tag, expected) => {
    expect(
      await fact('immutableArtifact', `deploy: { script: 'helm upgrade a b --set image.tag=${tag}' }\n`),
    ).toEqual([expected]);
  });

  it('is one version for ever where only tags deploy a branch name', async () => {
    const text = `deploy:\n  script: helm upgrade a b --set image.tag=$CI_COMMIT_REF_NAME\n  only: [tags]\n`;
    expect(await fact('immutableArtifact', text)).toEqual(['true @2:11']);
  });

  it.each<[what: string, text: string, expected: string]>([
    ['a token', `${DEPLOY}  id_tokens: { T: { aud: x } }\n`, 'federated @4:3'],
    [
      'a key in its variables',
      `${DEPLOY}  variables: { AWS_SECRET_ACCESS_KEY: $PROD_KEY }\n`,
      'static @4:39',
    ],
    [
      'a key in its script',
      'deploy: { script: [doctl auth init -t $DO_TOKEN, kubectl apply -f k8s] }\n',
      'static @1:39',
    ],
    [
      'a key by another name',
      'deploy: { script: ["export AWS_ACCESS_KEY_ID=$PROD_KEY", kubectl apply -f k8s] }\n',
      'static @1:46',
    ],
    [
      'what its script makes',
      'deploy: { script: [KUBECONFIG=x, cat $KUBECONFIG, kubectl apply -f k8s] }\n',
      'none @1:1',
    ],
  ])('signs in by %s', async (_, text, expected) => {
    expect(await fact('credentials', text)).toEqual([expected]);
  });
});

it('starts an earlier deployment again, unless it applies a plan that is used up', async () => {
  const of = async (script: string): Promise<string[]> =>
    (await factsOf('rollback', `deploy: { script: ${script}, environment: live }\n`)).map(({ id }) => id);
  expect(await of('helm upgrade a b --set image.tag=$CI_COMMIT_SHA')).toEqual([
    '.gitlab-ci.yml:deploy/redeploy',
  ]);
  expect(await of('terraform apply plan')).toEqual([]);
});
