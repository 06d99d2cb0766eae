import { describe, expect, it } from 'vitest';
import { sourceFile } from './file.ts';

describe('a source file', () => {
  it('counts lines at LF, CRLF and a lone CR, and columns in UTF-16 units', () => {
    const text = 'a\nb\r\nc\rd😀e';
    const file = sourceFile('x', text);
    const positions = Array.from({ length: 10 }, (_, i) => file.positionAt(i)).map(
      ({ line, column }) => `${line}:${column}`,
    );
    expect(positions).toEqual(['1:1', '1:2', '2:1', '2:2', '2:3', '3:1', '3:2', '4:1', '4:2', '4:3']);
    expect(file.positionAt(text.indexOf('e'))).toEqual({ line: 4, column: 4 });
    expect([1, 2, 3, 4, 5].map((line) => file.lineText(line))).toEqual(['a', 'b', 'c', 'd😀e', '']);
  });

  it('clamps offsets outside the text', () => {
    const file = sourceFile('x', 'ab');
    expect(file.positionAt(-5)).toEqual({ line: 1, column: 1 });
    expect(file.positionAt(99)).toEqual({ line: 1, column: 3 });
  });

  it('has one empty line when it is empty', () => {
    const file = sourceFile('x', '');
    expect(file.lineCount).toBe(1);
    expect(file.rangeOf({ start: 0, end: 0 })).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
    });
  });

  it('lets go of its text, and asks for it again once when someone wants it', () => {
    const file = sourceFile('x', 'a\nbc');
    let asked = 0;
    expect(file.positionAt(3)).toEqual({ line: 2, column: 2 });
    file.forget(() => {
      asked++;
      return 'a\nbc';
    });
    expect(asked).toBe(0);
    expect([file.lineText(2), file.text, file.positionAt(9).column, asked]).toEqual(['bc', 'a\nbc', 3, 1]);
  });
});
