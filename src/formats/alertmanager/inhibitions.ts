import { known, type InhibitionFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { matchersOf } from './routes.ts';

/** Inhibitions of a file, `inhibit_rules`, or of an object, `inhibitRules`. */
export function inhibitionsOf(body: DataNode): readonly InhibitionFacts[] {
  return ['inhibit_rules', 'inhibitRules']
    .flatMap((key) => body.get(key).items())
    .filter((rule) => rule.isMap)
    .map((rule) => ({
      sources: matchersOf(rule, rule.get('sourceMatch').exists ? 'source' : 'source_'),
      targets: matchersOf(rule, rule.get('targetMatch').exists ? 'target' : 'target_'),
      equal: known(rule.get('equal').texts(), (rule.get('equal').exists ? rule.get('equal') : rule).header),
    }));
}
