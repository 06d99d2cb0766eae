import { describe, expect, it } from 'vitest';
import { recognizeAction, recognizeCommand } from './index.ts';

/** What a command line does, as `kind detail`; a failure that stops nothing is told. */
function seen(line: string): string {
  return recognizeCommand(line.split(' '), { remote: false })
    .map(({ kind, detail, failure }) => [kind, detail, failure === 'fails' ? '' : failure].join(' ').trim())
    .join(', ');
}

describe('the tools of many languages', () => {
  it.each([
    ['.NET builds', 'dotnet pack', 'build'],
    ['.NET migrates by a bundle', './efbundle --connection c', 'migrate'],
    ['.NET migrates by a package', 'SqlPackage /Action:Publish /SourceFile:shop.dacpac', 'migrate'],
    ['.NET scripts nothing', 'SqlPackage /Action:Script /SourceFile:shop.dacpac', ''],
    ['.NET lists parts', 'dotnet CycloneDX Shop.sln', 'sign sbom'],
    ['.NET signs', 'AzureSignTool sign shop.exe', 'sign signature'],
    ['.NET looks for holes', 'dotnet package list --vulnerable', 'scan dependencies'],
    ['.NET deploys', 'dotnet lambda deploy-serverless', 'deploy'],
    ['Java builds', 'mvn -B -DskipTests install', 'build'],
    ['Java lists parts', 'mvn org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom', 'sign sbom'],
    ['Java pushes', 'mvn com.google.cloud.tools:jib-maven-plugin:3.4.4:build', 'build, package'],
    ['Java scans', './gradlew spotbugsMain', 'scan sast'],
    ['Java measures', './gradlew gatlingRun', 'test performance'],
    ['Java migrates', 'mvn org.flywaydb:flyway-maven-plugin:migrate', 'migrate'],
    ['Java signs', './gradlew signMavenPublication', 'sign signature'],
    ['Java deploys', 'mvn tomcat7:deploy', 'deploy'],
    ['Scala publishes', 'sbt publishSigned', 'package'],
    ['Clojure tests', 'clojure -M:test', 'test unit'],
    ['PHP tests', 'php vendor/bin/phpunit', 'test unit'],
    ['PHP tests as people would', 'vendor/bin/behat', 'test e2e'],
    ['PHP lists parts', 'composer CycloneDX:make-sbom', 'sign sbom'],
    ['PHP looks for holes', 'symfony check:security', 'scan dependencies'],
    ['PHP migrates', 'bin/console doctrine:migrations:migrate', 'migrate'],
    ['PHP goes back', 'php artisan migrate:rollback', 'rollback'],
    ['PHP deploys', 'vendor/bin/envoy run deploy', 'deploy'],
    ['Ruby tests', 'bundle exec parallel_rspec spec', 'test unit'],
    ['Ruby tests as people would', 'bundle exec cucumber', 'test e2e'],
    ['Ruby builds', 'bin/rails assets:precompile', 'build'],
    ['Ruby migrates', 'ridgepole --apply -c config', 'migrate'],
    ['Rust lists parts', 'cargo cyclonedx', 'sign sbom'],
    ['Rust measures', 'cargo bench', 'test performance'],
    ['Rust looks for holes', 'cargo vet', 'scan dependencies'],
    ['Rust looks for licenses', 'cargo deny check licenses', 'scan licenses'],
    ['Rust migrates', 'sea-orm-cli migrate up', 'migrate'],
    ['Go builds and pushes', 'ko build ./cmd/shop', 'build, package'],
    ['Go builds only', 'ko build --local ./cmd/shop', 'build'],
    ['Go lists parts', 'cyclonedx-gomod app', 'sign sbom'],
    ['Elixir goes back', 'mix ecto.rollback', 'rollback'],
    ['Elixir deploys', 'mix edeliver upgrade production', 'deploy'],
    ['Python tests', 'python -m pytest', 'test unit'],
    ['Python finds flaws', 'ruff check --select E,S .', 'scan sast'],
    ['Python only checks style', 'ruff check --select E,W .', ''],
    ['Python migrates', 'flask db upgrade', 'migrate'],
    ['Android tests', './gradlew connectedDebugAndroidTest', 'test integration'],
    ['Android signs', 'apksigner sign app.apk', 'sign signature'],
    ['iOS publishes', 'xcrun altool --upload-app -f shop.ipa', 'package'],
    ['iOS only looks', 'xcrun altool --validate-app -f shop.ipa', ''],
    ['phones get code', 'npx eas update --branch production', 'deploy'],
    ['phones go back', 'eas update:rollback', 'rollback'],
    ['phones are tried', 'gcloud firebase test android run --app a.apk', 'test e2e'],
  ])('%s: %s', (_, line, expected) => {
    expect(seen(line)).toBe(expected);
  });
});

describe('what is signed and attested', () => {
  it.each([
    [
      'docker buildx build --push --sbom=true --provenance=mode=max .',
      'sign provenance, sign sbom, build, package',
    ],
    ['docker buildx build --push --sbom=false --provenance=false .', 'build, package'],
    ['docker build --push --attest type=sbom .', 'sign sbom, build, package'],
    ['cosign attest --type spdxjson --predicate s.json shop', 'sign sbom'],
    ['cosign attest --type slsaprovenance --predicate p.json shop', 'sign provenance'],
    ['npm publish --provenance', 'sign provenance, package'],
    ['gh attestation verify shop', 'proof'],
    ['slsa-verifier verify-image shop', 'proof'],
    ['trivy image --format cyclonedx shop', 'scan container never, sign sbom'],
    ['gpg --armor --detach-sig shop.tgz', 'sign signature'],
  ])('%s: %s', (line, expected) => {
    const parts = (text: string): string[] => text.split(', ').sort();
    expect(parts(seen(line))).toEqual(parts(expected));
  });

  it.each<[name: string, given: Record<string, string>, expected: string[]]>([
    [
      'docker/build-push-action',
      { push: 'true', provenance: 'mode=max', sbom: 'true' },
      ['provenance', 'sbom'],
    ],
    ['docker/build-push-action', { push: 'true', provenance: 'false' }, []],
    ['docker/build-push-action', { attests: 'type=sbom' }, ['sbom']],
    ['aquasecurity/trivy-action', { format: 'spdx-json' }, ['sbom']],
    ['cyclonedx/gh-node-module-generatebom', {}, ['sbom']],
    ['js-devtools/npm-publish', { provenance: 'true' }, ['provenance']],
  ])('%s with %j', (name, given, expected) => {
    const signs = recognizeAction(name, (input) => given[input]).filter(({ entry }) => entry.kind === 'sign');
    expect(signs.map(({ recognition }) => recognition?.detail)).toEqual(expected);
  });
});

describe('what only looks like it', () => {
  it.each([
    ['terraform apply -destroy -auto-approve', ''],
    ['cdk deploy --no-execute', ''],
    ['argocd app sync shop --dry-run', ''],
    ['aws s3 sync dist s3://shop --dryrun', ''],
    ['rsync -n dist/ deploy@host:/srv', ''],
    ['kapp deploy -a shop --diff-run', ''],
    ['sf project deploy start --dry-run', ''],
    ['New-AzResourceGroupDeployment -TemplateFile t.json -WhatIf', ''],
    ['flux push artifact oci://shop', 'package'],
    ['ansible-playbook -i prod rollback.yml', 'rollback'],
    ['docker service update --rollback shop', 'rollback'],
    ['ldcli flags toggle-off --flag checkout --environment production', 'rollback'],
    ['aws appconfig stop-deployment --application-id a --environment-id e --deployment-number 3', 'rollback'],
    ['trivy fs --scanners secret --exit-code 1 .', 'scan secrets'],
    ['vercel deploy --prebuilt --prod', 'deploy'],
    ['vercel deploy', ''],
    ['curl -X POST https://api.render.com/deploy/srv-1', 'deploy'],
    ['docker --context prod compose up -d', 'deploy'],
    ['gsutil -m rsync -r dist gs://shop', 'deploy'],
    ['gsutil cp gs://shop/a .', ''],
    ['aws ecr describe-image-scan-findings', 'scan container'],
  ])('%s: %s', (line, expected) => {
    expect(seen(line)).toBe(expected);
  });
});
