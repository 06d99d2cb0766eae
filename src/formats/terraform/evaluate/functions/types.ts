import { asSensitive, boolAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { BOOL, NUMBER, STRING, type TfType } from '../values/types.ts';
import { FunctionProblem, type FunctionSpec, type Functions } from './define.ts';

const ANY_ELEMENT: TfType = { kind: 'any' };

export const TYPE_FUNCTIONS: Functions = {
  ephemeralasnull: {
    min: 1,
    max: 1,
    takesUnknown: true,
    run: ([value], call) => value ?? boolAt(call.at, false),
  },
  issensitive: { min: 1, max: 1, run: ([value], call) => boolAt(call.at, value?.sensitive === true) },
  nonsensitive: {
    min: 1,
    max: 1,
    takesUnknown: true,
    run: ([value]) => {
      if (!value) throw new FunctionProblem('the argument is missing');
      const plain = { ...value };
      delete plain.sensitive;
      return plain;
    },
  },
  sensitive: {
    min: 1,
    max: 1,
    takesUnknown: true,
    run: ([value], call) => asSensitive(value ?? boolAt(call.at, false)),
  },
  tobool: conversion(BOOL),
  tolist: conversion({ kind: 'list', element: ANY_ELEMENT }),
  tomap: conversion({ kind: 'map', element: ANY_ELEMENT }),
  tonumber: conversion(NUMBER),
  toset: conversion({ kind: 'set', element: ANY_ELEMENT }),
  tostring: conversion(STRING),
};

function conversion(type: TfType): FunctionSpec {
  return {
    min: 1,
    max: 1,
    takesUnknown: true,
    run: ([value]) => {
      if (!value) throw new FunctionProblem('the argument is missing');
      return converted(value, type);
    },
  };
}

function converted(value: Value, type: TfType): Value {
  const result = convert(value, type);
  if (result.kind !== 'unknown') return result;
  if (value.kind === 'unknown') return result;
  if (result.failure) throw new FunctionProblem(result.reason);
  return unknownFrom(result);
}
