import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLogQuery } from './index.ts';

/** Streams as they are understood, what is called, and whether anything is compared. */
function shown(expression: string): string {
  const { streams, functions, givesLines, compares, problem } = parseLogQuery(expression);
  const parts = streams.map(({ matchers, lines, filters, unwrapped }) =>
    [
      ...matchers.map(({ label, operator, value }) => `${label}${operator}${value}`),
      ...lines.map(({ keeps, pattern, value }) => `${keeps ? '+' : '-'}${pattern ? '~' : ''}${value}`),
      ...filters.map(({ label, operator, value }) => `| ${label}${operator}${value}`),
      ...(unwrapped === undefined ? [] : [`# ${unwrapped}`]),
    ].join(' '),
  );
  const rest = [...functions, ...(givesLines ? ['lines'] : []), ...(compares ? ['compares'] : [])];
  return [parts.join(' ; '), rest.join(' '), ...(problem ? [problem.message] : [])].join(' => ');
}

describe('what is read', () => {
  it.each([
    ['rate({app="shop"}[5m])', 'app=shop => rate'],
    [
      'sum by (job) (rate({app="shop", env=~"p|q"} |= "error" != `time"out` |~ "a.*" !~ "b" [5m])) > 0.05',
      'app=shop env=~p|q +error -time"out +~a.* -~b => sum rate compares',
    ],
    ['count_over_time({a="b"} |= "x" or "y" [5m]) > bool 2', 'a=b +x +y => count_over_time'],
    [
      'quantile_over_time(0.9, {a="b"} | json | level="error" | status >= 500 | unwrap took [1m]) by (x) > 2',
      'a=b | level=error # took => quantile_over_time compares',
    ],
    ['rate({a="b"}[1m]) / on (x) group_left () rate({a="c"} |= "d" [1m])', 'a=b ; a=c +d => rate'],
    ['{app="shop"} |= "error"', 'app=shop +error => lines'],
    ['sum(rate({app="$app"} |= "{{x}}" [$__interval])) > 1', 'app=$app +{{x}} => sum rate compares'],
    ['# why\nabsent_over_time({a="b"}[1h])', 'a=b => absent_over_time'],
    ['label_replace(vector(1), "a", "$1", "b", "(.*)")', ' => label_replace vector'],
  ])('%s', (expression, expected) => {
    expect(shown(expression)).toBe(expected);
  });
});

describe('problems', () => {
  it.each([
    ['', 'is empty', true],
    ['rate({app="shop"}[5m]', 'never closes (', true],
    ['{app="shop', 'leaves a text open', true],
    ['rate({app="shop"})', 'cannot be read at ")"', false],
    ['approx_topk(3, rate({a="b"}[1m]))', 'cannot be read at "approx_topk(3, rate({a="b"}[1m]))"', false],
  ])('%s', (expression, message, sure) => {
    expect(parseLogQuery(expression).problem).toMatchObject({ message, sure });
  });

  it('keep their places in the text', () => {
    const text = 'rate({app="shop"} |= "it" [5m])';
    const [stream] = parseLogQuery(text).streams;
    const places = [...(stream?.matchers ?? []), ...(stream?.lines ?? [])];
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['shop', 'it']);
  });
});

it('never throws or hangs, however deep or long', () => {
  const pieces = ['{a="b"}', '|=', '"x"', '[5m]', '(', ')', 'rate', '> 1', '{', '"', '$x', '`', 'by'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      expect(() => parseLogQuery(parts.join(' '))).not.toThrow();
    }),
  );
  expect(() => parseLogQuery('sum('.repeat(50_000))).not.toThrow();
  expect(() => parseLogQuery('{a="b"}' + ' |= "x"'.repeat(15_000))).not.toThrow();
});

it.each(['\\"', '{{', '1m', '['])('says of a million of %j that it is too long, at once', (piece) => {
  const started = performance.now();
  const { problem } = parseLogQuery('rate({a="b"}[' + piece.repeat(1_000_000));
  expect(problem).toMatchObject({ message: 'is too long to be read', sure: false });
  expect(performance.now() - started).toBeLessThan(1000);
});
