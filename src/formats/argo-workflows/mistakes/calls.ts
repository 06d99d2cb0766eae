import { mistakeOf, uncheckedCall, type Mistake } from '../../../delivery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { needsOf } from '../read/steps.ts';
import { submittedBy, templateOf, type Holder, type Library } from '../read/workflow.ts';
import { callsIn, namesOf } from './scope.ts';

/** What a workflow starts with, and what its steps run, wait for and give, that is not there. */
export function callMistakes(holder: Holder, library: Library): readonly Mistake[] {
  const submitted = submittedBy(holder, library);
  const names = new Set([...holder.templates.keys(), ...(submitted?.templates.keys() ?? [])]);
  const templates = [...holder.templates.values()];
  return [
    ...starts(holder, submitted, names),
    ...templates.flatMap((template) => {
      const calls = callsIn(template);
      const beside = new Set(calls.map((call) => call.get('name').text));
      return calls.flatMap((call) => [
        ...waits(call, beside),
        ...runs(call, holder, library, names),
        ...hooks(call.get('hooks'), names),
        ...named(call.get('onExit'), names),
      ]);
    }),
  ];
}

/** A part of an object that a tool puts together has no templates. */
function starts(
  { spec, templates }: Holder,
  submitted: Holder | undefined,
  names: ReadonlySet<string>,
): readonly Mistake[] {
  const reference = spec.get('workflowTemplateRef');
  if (reference.isMap && !submitted) {
    const reason = `the object \`${reference.get('name').text ?? ''}\` that it submits is not among the files`;
    return [uncheckedCall(reason, reference.header)];
  }
  if (templates.size === 0 && !submitted) return [];
  const required = submitted?.spec.get('arguments', 'parameters').items() ?? [];
  const given = new Set(namesOf(spec.get('arguments', 'parameters')));
  return [
    ...named(spec.get('entrypoint'), names),
    ...named(spec.get('onExit'), names),
    ...hooks(spec.get('hooks'), names),
    ...required
      .filter((one) => !hasValue(one) && !given.has(one.get('name').text ?? ''))
      .map((one) =>
        mistakeOf(
          'call',
          `\`${submitted?.name ?? ''}\` requires the parameter \`${one.get('name').text ?? ''}\``,
          reference.header,
        ),
      ),
  ];
}

function hooks(node: DataNode, names: ReadonlySet<string>): readonly Mistake[] {
  return node.entries().flatMap(([, hook]) => named(hook.get('template'), names));
}

function named(reference: DataNode, names: ReadonlySet<string>): readonly Mistake[] {
  const { text } = reference;
  if (text === undefined || text === '' || text.includes('{{') || names.has(text)) return [];
  return [mistakeOf('call', `there is no template \`${text}\``, reference.at)];
}

function waits(call: DataNode, beside: ReadonlySet<string | undefined>): readonly Mistake[] {
  const place = [call.get('depends'), call.get('dependencies')].find(({ exists }) => exists);
  if (!place) return [];
  return needsOf(call)
    .needs.filter((name) => !beside.has(name))
    .map((name) =>
      mistakeOf(
        'call',
        `task \`${nameOf(call)}\` waits for \`${name}\`, which the template does not have`,
        place.at,
      ),
    );
}

const nameOf = (node: DataNode): string => node.get('name').text ?? '';

function runs(
  call: DataNode,
  holder: Holder,
  library: Library,
  names: ReadonlySet<string>,
): readonly Mistake[] {
  if (call.get('inline').isMap) return [];
  const reference = call.get('templateRef');
  const at = reference.isMap ? reference.header : call.get('template').at;
  const found = templateOf(call, holder, library);
  if (!('node' in found)) {
    if (found.elsewhere) return [uncheckedCall(found.reason, at)];
    if (!reference.isMap && names.has(found.by)) return [];
    return [
      mistakeOf('call', `\`${nameOf(call)}\` runs the template \`${found.by}\`, which is not there`, at),
    ];
  }
  const others = reference.isMap ? library.named(found.holder) : [];
  const templates = [found.node, ...others.flatMap((one) => one.templates.get(found.name) ?? [])];
  return given(call, templates, found.name);
}

/** What a step gives that its template does not take, and the other way round; of several of the name one must fit. */
function given(call: DataNode, templates: readonly DataNode[], name: string): readonly Mistake[] {
  const own = call.get('arguments', 'parameters');
  if (own.exists && !own.isList) return [];
  const names = new Set(namesOf(own));
  const inputs = templates.map((template) => template.get('inputs', 'parameters').items());
  const taken = new Set(inputs.flat().map(nameOf));
  const [first = [], ...others] = inputs.map((all) => all.filter((one) => !hasValue(one)).map(nameOf));
  return [
    ...own
      .items()
      .filter((one) => one.get('name').text !== undefined && !taken.has(nameOf(one)))
      .map((one) =>
        mistakeOf(
          'call',
          `\`${nameOf(call)}\` gives \`${nameOf(one)}\`, which template \`${name}\` does not take`,
          one.get('name').at,
        ),
      ),
    ...first
      .filter((one) => one !== '' && !names.has(one) && others.every((required) => required.includes(one)))
      .map((one) => mistakeOf('call', `template \`${name}\` requires the parameter \`${one}\``, call.header)),
  ];
}

const hasValue = (input: DataNode): boolean =>
  ['value', 'default', 'valueFrom'].some((key) => input.has(key));
