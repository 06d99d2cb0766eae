import { known, unknown, type Fact, type ObjectiveFacts } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';

/** One objective, whichever system it is written for. */
export interface Stated {
  readonly system: ObjectiveFacts['system'];
  readonly name: DataNode;
  /** Tells it from the others of its file. */
  readonly address: string;
  /** For people; of several objectives of one object with the name of each. */
  readonly title: string;
  readonly namespace: string | undefined;
  readonly service: DataNode;
  /** What its author says of it: labels that name the signal, and a description. */
  readonly words: { readonly stated: readonly string[]; readonly summary: string };
  readonly target: Fact<number | null>;
  readonly windowHours: Fact<number | null>;
  readonly indicator: Indicator;
  readonly burnAlerts: Fact<readonly string[]>;
  /** Alerts that its system makes of it. */
  readonly made: readonly MadeAlert[];
}

/** How an objective is measured. */
export interface Indicator {
  readonly measure: ObjectiveFacts['measure'];
  readonly expressions: readonly IndicatorExpression[];
}

export interface IndicatorExpression {
  readonly node: DataNode;
  /** Good or bad ones, all of them, or a value that is held against a threshold. */
  readonly role: 'part' | 'whole' | 'value';
  /** Undefined where the file does not say. */
  readonly language: 'promql' | 'other' | undefined;
}

export interface MadeAlert {
  readonly name: string;
  /** How urgent, as its system calls it. */
  readonly urgency: string;
  readonly at: Location;
  /** Innermost first. */
  readonly labels: readonly DataNode[];
  readonly annotations: readonly DataNode[];
  /** Labels that the system adds. */
  readonly added: Readonly<Record<string, string>>;
}

/** A number, also where it is written as a text. */
export function numberAt(node: DataNode, scale = 1): Fact<number | null> {
  const { written, at } = node;
  if (!node.exists) return known(null, at);
  const value = Number(written === undefined || written.trim() === '' ? NaN : written);
  if (!Number.isFinite(value)) return unknown('the target is no number', at);
  return known(Number((value * scale).toPrecision(12)), at);
}

/** The first of these keys that is there, else the first: systems spell them in snake and in camel case. */
export function either(node: DataNode, ...keys: readonly string[]): DataNode {
  const key = keys.find((one) => node.has(one)) ?? keys[0] ?? '';
  return node.get(key);
}
