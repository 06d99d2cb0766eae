/** What the resources of a stack are, whatever language made them: tables and readers for AWS, Azure and Google Cloud. */
export { cloudSubjects } from './subjects.ts';
export { credentials } from './secrets/credential.ts';
export type { Holder } from './secrets/credential.ts';
export { machineOf } from './compute/machine.ts';
export type { Machine } from './compute/machine.ts';
export { productionOf } from './release/facts.ts';
export { joined, readableText, textList } from './resource/lists.ts';
export { anyTrue, derive } from './resource/logic.ts';
export {
  asSensitive,
  boolAt,
  computed,
  mappingAt,
  MAX_TEXT,
  nullAt,
  numberAt,
  passed,
  sequenceAt,
  stringAt,
  textAt,
  unknownAt,
  unknownFrom,
} from './resource/make.ts';
export {
  bool,
  byDefault,
  number,
  partsOn,
  present,
  text,
  textOf,
  valueParts,
  wayTo,
} from './resource/part.ts';
export type { Part } from './resource/part.ts';
export { plainValue } from './resource/native.ts';
export { Stack } from './resource/stack.ts';
export type { Resource } from './resource/stack.ts';
export type {
  BoolValue,
  EncodedValue,
  KnownValue,
  MappingValue,
  NullValue,
  NumberValue,
  ResourceReference,
  SequenceValue,
  StringValue,
  UnknownValue,
  Value,
  ValueOrigin,
  ValueShape,
} from './resource/value.ts';
