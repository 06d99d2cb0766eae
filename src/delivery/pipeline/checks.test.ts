import { expect, it } from 'vitest';
import { coverageIn, severityIn } from './checks.ts';

it.each([
  ['trivy image --severity CRITICAL,HIGH shop', 'high'],
  ['trivy image shop', null],
  ['npm audit --audit-level=moderate', 'medium'],
  ['snyk test --severity-threshold=critical', 'critical'],
  ['grype shop --fail-on negligible', 'low'],
  ['scan --severity "$LEVEL"', null],
])('%s fails from %s on', (command, expected) => {
  expect(severityIn(command)).toBe(expected);
});

it.each([
  ['pytest --cov=shop --cov-fail-under=80', 80],
  ['pytest --cov-fail-under 79.5', 79.5],
  ['vitest run --coverage.thresholds.lines=90', 90],
  ['npx c8 --check-coverage npm test', null],
  ['nyc check-coverage --lines 95', 95],
  ['dotnet test /p:Threshold=70', 70],
  ['npm test', null],
])('%s asks for %s percent', (command, expected) => {
  expect(coverageIn(command)).toBe(expected);
});
