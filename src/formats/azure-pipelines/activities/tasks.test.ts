import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import schema from '../../../delivery/tables/schema.json' with { type: 'json' };
import { commandsOfTask, taskName } from './commands.ts';
import tasks from './tasks.json' with { type: 'json' };

it('has a table of tasks that follows the schema of the delivery tables', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(schema, 'tables');
  const validate = ajv.compile({ type: 'array', items: { $ref: 'tables#/definitions/action' } });
  validate(tasks);
  expect(validate.errors ?? []).toEqual([]);
});

it.each<[task: string, inputs: Record<string, string>, lines: string[]]>([
  ['DotNetCoreCLI@2', { command: 'test', projects: '**/*.csproj' }, ['dotnet test **/*.csproj']],
  [
    'DotNetCoreCLI@2',
    { command: 'custom', custom: 'ef', arguments: 'database update' },
    ['dotnet ef database update'],
  ],
  ['Npm@1', { command: 'custom', customCommand: 'run test:e2e' }, ['npm run test:e2e']],
  ['Maven@4', {}, ['mvn package']],
  ['Docker@2', { repository: 'shop' }, ['docker build .', 'docker push shop']],
  [
    'Kubernetes@1',
    { command: 'apply', configuration: 'k8s', namespace: 'prod' },
    ['kubectl apply -f k8s --namespace prod'],
  ],
  [
    'HelmDeploy@0',
    { command: 'upgrade', releaseName: 'shop', chartPath: 'chart' },
    ['helm upgrade shop chart --wait'],
  ],
  [
    'HelmDeploy@0',
    { command: 'upgrade', waitForExecution: 'false', arguments: '--atomic' },
    ['helm upgrade --atomic'],
  ],
  [
    'ms.tasks.TerraformTaskV4@4',
    { command: 'apply', workingDirectory: 'prod' },
    ['terraform -chdir=prod apply'],
  ],
  ['constructor@1', {}, []],
])('reads %s %j as command lines', (task, inputs, lines) => {
  const found = commandsOfTask(taskName(task), (name) => inputs[name]);
  expect(found.map((words) => words.join(' '))).toEqual(lines);
});
