import { expect, it } from 'vitest';
import { holds } from './condition.ts';
import { contextsIn, ALL } from './context.ts';

/** Letters of the kinds of pipelines: main, other branch, tag, request, schedule; capital where it holds, `?` where it may. */
function where(expression: string, literals: Readonly<Record<string, string>> = {}): string {
  return contextsIn(ALL)
    .slice(0, 5)
    .map((context, index) => {
      const truth = holds(expression, context, false, (name) => literals[name]);
      const letter = 'motrs'.charAt(index);
      return truth === undefined ? '?' : truth ? letter.toUpperCase() : letter;
    })
    .join('');
}

it.each([
  ['$CI_COMMIT_BRANCH', 'MOtrS'],
  ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH', 'MotrS'],
  ['$CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH && $CI_COMMIT_BRANCH', 'mOtrs'],
  ['$CI_COMMIT_BRANCH == "main"', 'MotrS'],
  ['$CI_COMMIT_BRANCH == "develop"', '??tr?'],
  ['$CI_COMMIT_BRANCH =~ /^(main|release)$/', 'M?trS'],
  ['$CI_COMMIT_TAG', 'moTrs'],
  ['$CI_COMMIT_TAG =~ /^v\\d+/', 'mo?rs'],
  ['$CI_COMMIT_TAG == null', 'MOtRS'],
  ['$CI_PIPELINE_SOURCE == "merge_request_event"', 'motRs'],
  ["$CI_PIPELINE_SOURCE != 'schedule'", 'MOTRs'],
  ['$CI_MERGE_REQUEST_IID || $CI_COMMIT_TAG', 'moTRs'],
  ['($CI_COMMIT_TAG || $CI_COMMIT_BRANCH) && $X', '??' + '?r?'],
  ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && ($X == "1"', '?????'],
  ['', '?????'],
])('%s', (expression, expected) => {
  expect(where(expression)).toBe(expected);
});

it('takes what the files set for true only: who starts a pipeline may set something else', () => {
  expect(where('$X == "1"', { X: '1' })).toBe('MOTRS');
  expect(where('$X == "1"', { X: '0' })).toBe('?????');
  expect(where('$X', { X: '0' })).toBe('MOTRS');
});
