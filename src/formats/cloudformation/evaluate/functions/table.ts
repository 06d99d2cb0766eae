import { unknownAt } from '../../../../cloud/index.ts';
import { cidr } from './cidr.ts';
import type { TemplateFunction } from './define.ts';
import { base64, toJsonString } from './encode.ts';
import { join, length, select, split } from './lists.ts';
import { and, choose, equals, evaluateCondition, not, or } from './logic.ts';
import { findInMap, transform, zones } from './lookup.ts';
import { contains, eachMemberEquals, eachMemberIn } from './members.ts';
import { getAtt, importValue, ref, sub } from './references.ts';

/** Only rules have these: what stands in the account, and all parameters of a type. */
const ofRules: TemplateFunction = (_, call) =>
  unknownAt(call.node.at, `${call.name} is about the account and all that parameters are given`);

const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['Ref', ref],
  ['Condition', (_, call) => evaluateCondition(call.node, call.scope, call.evaluate)],
  ['Fn::And', and],
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::Contains', contains],
  ['Fn::EachMemberEquals', eachMemberEquals],
  ['Fn::EachMemberIn', eachMemberIn],
  ['Fn::Equals', equals],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAtt', getAtt],
  ['Fn::GetAZs', zones],
  ['Fn::If', choose],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Length', length],
  ['Fn::Not', not],
  ['Fn::Or', or],
  ['Fn::RefAll', ofRules],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transform],
  ['Fn::ValueOf', ofRules],
  ['Fn::ValueOfAll', ofRules],
]);

export function functionNamed(name: string): TemplateFunction | undefined {
  return FUNCTIONS.get(name);
}
