import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reparsedVariables } from './index.ts';

const found = (script: string): string[] =>
  reparsedVariables(script, 'posix').map(({ span }) => script.slice(span.start, span.end));

it.each([
  ['echo "$T"; git commit -m "$T"; ./run.sh "$T"', []],
  ['eval "echo $T"', ['$T']],
  ["eval 'echo $T'", []],
  ['bash -c "echo ${T}"', ['${T}']],
  ['bash -ec "echo \\"${T:-x}\\""', ['${T:-x}']],
  ['bash -c \'echo "$1"\' _ "$T"', []],
  ['sh -c \'echo \'"$T"', ['$T']],
  ['sudo docker exec web sh -c "echo $T"', ['$T']],
  ['ssh -i key me@host "cd app && git checkout \'$T\'"', ['$T']],
  ["ssh me@host 'echo $T'", []],
  ['ssh me@host ./run.sh "$T"', ['$T']],
  ['ssh "$HOST" <<EOF\necho $T\nEOF', ['$T']],
  ["ssh $HOST <<'EOF'\necho $T\nEOF", []],
  ['cat <<EOF > file\n$T\nEOF', []],
  ['bash <<EOF\necho $T \\$U $(echo $V)\nEOF', ['$T']],
  ['python3 -c "print(\'$T\')"', ['$T']],
  ['python3 script.py -c "$T"', []],
  ['su deploy -c "echo $T"', ['$T']],
  ['bash -c "$(printf %q "$T")"', []],
  ['bash -c "echo ${T@Q} ${#T} ${T//[^a-z]/}"', []],
  ['X=$(ssh host "echo $T")', ['$T']],
])('knows which variables are run as code: %s', (script, expected) => {
  expect(found(script)).toEqual(expected);
});

it('never throws, and takes no time for what is open', () => {
  const words = [
    'eval',
    'ssh',
    'h',
    '"',
    "'",
    '`',
    '$(',
    '$',
    '{',
    '}',
    '$T',
    '<<EOF',
    '\n',
    'bash',
    '-c',
    '\\',
    ')',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 40 }),
      (parts) => void found(parts.join(' ')),
    ),
    { numRuns: 300 },
  );
  expect(found(`eval "${'$T '.repeat(20_000)}`)).toHaveLength(20_000);
  for (const part of ['$(', '`', "'", '"', '${', 'bash -c ', 'bash '])
    found(`eval "$T" ${part.repeat(20_000)}`);
});
