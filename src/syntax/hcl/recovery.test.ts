import { describe, expect, test } from 'vitest';
import { parse } from './testing/outline.ts';

describe('what is broken costs itself only', () => {
  const cases: readonly (readonly [name: string, text: string, expected: ReturnType<typeof parse>])[] = [
    [
      'a missing value',
      'r "a" {\n  x =\n  y = 2\n}\n',
      {
        outline: [['r a', 'x = INVALID', 'y = 2']],
        problems: ['2:6 hcl/syntax Expected a value, but found the end of the line.'],
      },
    ],
    [
      'a bracket that is never closed',
      'r "a" {\n  x = [1, 2\n  y = 2\n}\nz = 1\n',
      {
        outline: ['z = 1', ['r a', 'x = INVALID', 'y = 2']],
        problems: ['3:3 hcl/syntax Expected "," or "]", but found "y".'],
      },
    ],
    [
      'a broken item in a long value',
      'x = {\n  a = \n  b = 1\n}\ny = 2\n',
      {
        outline: ['x = INVALID', 'y = 2'],
        problems: ['2:7 hcl/syntax Expected a value, but found the end of the line.'],
      },
    ],
    [
      'a string that is never closed',
      'x = "abc\ny = 2\n',
      {
        outline: ['x = INVALID', 'y = 2'],
        problems: ['1:5 hcl/unclosed This string is never closed; strings in quotes end on their line.'],
      },
    ],
    [
      'a block that is never closed',
      'r "a" {\n  x = 1\n\nr "b" {\n  y = 2\n}\nr "c" {\n  n {\n    z = 3\n}\n',
      {
        outline: [
          ['r a', 'x = 1'],
          ['r b', 'y = 2'],
          ['r c', ['n', 'z = 3']],
        ],
        problems: [
          '1:1 hcl/unclosed This block is never closed by "}".',
          '8:3 hcl/unclosed This block is never closed by "}".',
        ],
      },
    ],
    [
      'a brace too many',
      'r "a" {\n}\n}\nr "b" {\n}\n',
      {
        outline: [['r a'], ['r b']],
        problems: ['3:1 hcl/syntax Expected an argument or a block, but found "}".'],
      },
    ],
    [
      'a heredoc that is never closed',
      'x = <<EOT\nfoo\ny = 1\n',
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: ['1:5 hcl/unclosed This heredoc is never closed: there is no line that holds only "EOT".'],
      },
    ],
    [
      'a broken template within a heredoc, whose lines are no items',
      'x = <<EOT\n${ }\nfoo = 1\nEOT\ny = 1\n',
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: ['2:4 hcl/syntax Expected a value, but found "}".'],
      },
    ],
    [
      'two items on a line',
      'x = 1 y = 2\nz = 3\n',
      {
        outline: ['x = 1', 'z = 3'],
        problems: ['1:7 hcl/missing-newline Expected a new line, but found "y".'],
      },
    ],
    [
      'a closing brace on the line of an argument or block',
      'r "a" {\n  n { x = 1 } }\nr "b" {\n  y = 2 } # b\nz = 3\n',
      {
        outline: ['z = 3', ['r a', ['n', 'x = 1']], ['r b', 'y = 2']],
        problems: [
          '2:15 hcl/missing-newline Expected a new line before the closing brace.',
          '4:9 hcl/missing-newline Expected a new line before the closing brace.',
        ],
      },
    ],
    [
      'a block that is opened with its argument and goes on',
      'r "a" { x = 1\n  y = 2\n}\nr "b" { n {} }\nr "c" { x = 1 }\nr "d" {}\n',
      {
        outline: [['r a', 'x = 1', 'y = 2'], ['r b', ['n']], ['r c', 'x = 1'], ['r d']],
        problems: [
          '1:14 hcl/missing-newline A block whose argument stands on the line of its brace is closed on that line.',
          '4:9 hcl/syntax A block on one line holds one argument; put the block "n" on a line of its own.',
        ],
      },
    ],
    [
      'two indexes with dots only, which are read all the same',
      'x = a.0.1\ny = a.*.0.0\nz = a.0.b.1\n',
      {
        outline: ['x = a[0][1]', 'y = (splat a (_ [0][0]))', 'z = a[0].b[1]'],
        problems: [
          '1:7 hcl/syntax Two indexes in a row are written in brackets: [0][1].',
          '2:9 hcl/syntax Two indexes in a row are written in brackets: [0][0].',
        ],
      },
    ],
    [
      'an argument that is set twice',
      'x = 1\nx = 2\n',
      {
        outline: ['x = 1'],
        problems: [
          '2:1 hcl/duplicate-attribute "x" is set already in this block; each argument may be set once.',
        ],
      },
    ],
    [
      'single quotes',
      "x = 'a'\ny = 1\n",
      {
        outline: ['x = INVALID', 'y = 1'],
        problems: [
          '1:5 hcl/invalid-character Single quotes are not valid; strings are written in double quotes.',
        ],
      },
    ],
    [
      'a merge conflict',
      'r "a" {\n<<<<<<< HEAD\n  x = 1\n=======\n  x = 2\n>>>>>>> other\n}\ny = 1\n',
      {
        outline: ['y = 1', ['r a', 'x = 1']],
        problems: [
          '2:1 hcl/invalid-character Expected the name of a heredoc right after "<<".',
          '4:1 hcl/syntax Expected an argument or a block, but found "==".',
          '5:3 hcl/duplicate-attribute "x" is set already in this block; each argument may be set once.',
          '6:1 hcl/syntax Expected an argument or a block, but found ">".',
        ],
      },
    ],
  ];

  test.each(cases)('%s', (_, text, expected) => {
    expect(parse(text)).toEqual(expected);
  });
});
