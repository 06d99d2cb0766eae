import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHave } from '../promql/labels.ts';
import { readTemplate } from './read.ts';

/** Labels of the alert, with what is taken from queries in brackets, and whether the query's answer has them. */
const labelsOf = (text: string): readonly string[] =>
  (readTemplate(text)?.labels ?? []).map(({ label, from }) =>
    from ? `[${label}: ${from.length === 0 ? '?' : from.every((set) => mayHave(set, label))}]` : label,
  );

it.each([
  ['Seeing errors', []],
  ['{{ $labels.job }} and {{ .Labels.env }}', ['job', 'env']],
  ['{{- $labels.job -}}', ['job']],
  ['{{/* {{ $labels.job }} */}}{{ index $labels "a b" }}', ['a b']],
  ['{{ $labels.job | title | printf "%s" }}', ['job']],
  ['{{ printf "%s/%s" $labels.a (toUpper $labels.b) }}', ['a', 'b']],
  ['{{ $x := $labels.job }}{{ $x }}', ['job']],
  ['{{ $l := .Labels }}{{ $l.job }}', ['job']],
  ['{{ if $labels.env }}{{ $labels.job }}{{ else if eq $labels.a "b" }}x{{ end }}', ['job']],
  ['{{ with $labels.env }}{{ . }}{{ end }}', []],
  [
    '{{ with query "sum by (instance) (up)" }}{{ . | first | label "instance" }}{{ end }}',
    ['[instance: true]'],
  ],
  ['{{ with query "sum(up)" }}{{ . | first | label "instance" }}{{ end }}', ['[instance: false]']],
  [
    String.raw`{{ range query "absent(up{job=\"foo\"})" }}{{ .Labels.job }}{{ .Labels.x }}{{ end }}`,
    ['[job: true]', '[x: false]'],
  ],
  [
    '{{ range $i, $s := query "sum(up)" }}{{ $s.Labels.job }}{{ $labels.job }}{{ end }}',
    ['[job: false]', 'job'],
  ],
  ['{{ (query "sum(up)" | first).Labels.job }}', ['[job: false]']],
  ['{{ range query (printf "up{job=%q}" $labels.job) }}{{ .Labels.job }}{{ end }}', ['job', '[job: true]']],
])('labels of %j are %j', (text, expected) => {
  expect(labelsOf(text)).toEqual(expected);
});

it.each([
  ['{{ $value }}', 1],
  ['{{ .Value | humanize }}{{ $v := $value }}{{ $v }}', 2],
  ['{{ printf "%.2f" $value }}', 1],
  ['{{ if gt $value 5.0 }}page{{ else }}ticket{{ end }}', 0],
  ['{{ query "up" | first | value }}', 0],
  ['{{ $labels }}', 0],
])('%j shows the value %i times', (text, expected) => {
  expect(readTemplate(text)?.values).toHaveLength(expected);
});

describe('what Prometheus refuses', () => {
  it.each([
    ['Seeing {{ $value', 'opens {{ and never closes it', '{{ $value'],
    ['{{ "a }}', 'opens a quote and never closes it', '"'],
    ['{{ $label.instance }}', 'uses $label, which nothing sets', '$label.instance'],
    ['{{ humanise $value }}', 'calls humanise, which is no function', 'humanise'],
    ['{{ if true }}x', 'opens if and never ends it', 'x'],
    ['x{{ end }}', 'has an end without a beginning', 'end'],
    ['{{ else }}', 'has an else without an if', 'else'],
    ['{{ }}', 'has {{ }} with nothing in it', '{{ }}'],
    ['{{ range query "up xxx" }}{{ end }}', 'asks a query that cannot be read at "xxx"', 'query'],
    [
      '{{ with printf "sum({j=\'%s\'}) by(" .Labels.j | query }}{{ end }}',
      'asks a query that ends too early',
      'query',
    ],
    ['{{ if true }}{{ $x := 1 }}{{ end }}{{ $x }}', 'uses $x, which nothing sets', '$x'],
  ])('%j %s', (text, message, marked) => {
    const problem = readTemplate(text)?.problem;
    expect([problem?.message, text.slice(problem?.start, problem?.end)]).toEqual([message, marked]);
  });

  it.each([
    '{{ $labels.job }}{{- /* why */ -}}{{ $externalLabels.cluster }}{{ $externalURL }}',
    '{{ range $k, $v := $labels }}{{ $k }}={{ $v }}{{ end }}{{ . }}',
    '{{ define "x" }}{{ .a }}{{ end }}{{ template "x" $labels }}',
    '{{ $value | humanizePercentage }} {{ $value | humanizeDuration }} {{ now | toTime }}',
    '{{ $x := "a" }}{{ $x = `b` }}{{ if and $x (not false) }}{{ $x }}{{ end }}',
    '{{ printf "%c" \'a\' }}{{ -1.5 }}{{ 0x1F }}',
  ])('is nothing of %j', (text) => {
    expect(readTemplate(text)?.problem).toBeUndefined();
  });
});

it('leaves alone what another template makes', () => {
  expect(readTemplate('{{ .Values.cluster }} {{ $value }}')).toBeUndefined();
  expect(readTemplate('{{`{{ $labels.x }}`}}')).toBeUndefined();
  expect(readTemplate('{% raw %}{{ $labels.x }}{% endraw %}')).toBeUndefined();
});

it('reads whatever is written, in time that grows with it', () => {
  const words = fc.constantFrom(
    '{{',
    '}}',
    'if',
    'end',
    'range',
    '$labels',
    '.Labels.job',
    '(',
    ')',
    '|',
    ':=',
    '"',
    '$x',
    'query',
    ' ',
    '-',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (list) => {
      expect(readTemplate(list.join(' '))).not.toBeNull();
    }),
  );
  for (const piece of [
    '{{ if true }}',
    '{{ if $labels.x }}',
    '{{ (',
    '(',
    '{{ $x := $labels }}',
    '{{/*',
    '{{ "',
  ])
    readTemplate(`{{ x }}${piece.repeat(50_000)}`);
});
