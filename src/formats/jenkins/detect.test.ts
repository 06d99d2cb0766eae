import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseGroovy } from '../../syntax/groovy/index.ts';
import { detect } from './detect.ts';

const PIPELINE = "pipeline { agent any\n stages { stage('a') { steps { sh 'ls' } } } }";
const read = (path: string, text: string): boolean => detect(parseGroovy(sourceFile(path, text)));

it.each([
  ['Jenkinsfile_CNP', PIPELINE, true],
  ['ci/Jenkinsfile', "library 'x'\nbuildShop()", true],
  ['jenkins/deploy.groovy', PIPELINE, true],
  ['ci/.jenkins/deploy.groovy', "node { stage('a') { sh 'ls' } }", true],
  ['jenkins/seed.groovy', "pipelineJob('shop') { definition { cps { script('x') } } }", false],
  ['jenkins/init.groovy', 'import jenkins.model.Jenkins\nJenkins.instance.save()', false],
])('takes %s for a pipeline by its name, or by what stands in it', (path, text, expected) => {
  expect(read(path, text)).toBe(expected);
});
