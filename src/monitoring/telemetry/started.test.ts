import { describe, expect, it } from 'vitest';
import { partsStarted } from './started.ts';

describe('what a container starts with of what stands at a place', () => {
  it.for([
    ['/etc/otel', ['--config=/etc/otel/a.yaml'], ['a.yaml']],
    ['/etc/otel', ['--config', 'file:/etc/otel/a.yaml', '--config=/etc/otel/b.yaml'], ['a.yaml', 'b.yaml']],
    ['/etc/otel/', ['otelcol --config=/etc/otel/a.yaml'], ['a.yaml']],
    ['/etc/a.yaml', ['-config.file=/etc/a.yaml'], [null]],
    ['/etc/vector', ['--config-dir', '/etc/vector/'], [null]],
    ['/etc/alloy', ['run', '--storage.path=/var', '/etc/alloy/config.alloy'], ['config.alloy']],
    ['/fluent-bit/etc', [], [null]],
    ['/etc/otel', ['--config=$(CONFIG)'], [null]],
    ['/etc/otel', ['--config=env:CONFIG'], [null]],
    ['/etc/other', ['--config=/etc/otel/a.yaml'], []],
    ['/etc/ot', ['-c', '/etc/otel/a.yaml'], []],
  ] as const)('is told by its command: %s %j', ([target, command, parts]) => {
    expect(partsStarted(target, command)).toEqual(parts);
  });
});
