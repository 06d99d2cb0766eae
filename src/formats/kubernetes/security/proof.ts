import { known, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';

type Proof = SubjectOf<'artifact-proof'>['facts'];

/**
 * What asks for signatures before a cluster runs an image, or signs what a cluster builds; nothing for other objects.
 * https://kyverno.io/docs/policy-types/cluster-policy/verify-images/, https://docs.sigstore.dev/policy-controller/overview/,
 * https://tekton.dev/docs/chains/config/
 */
export function proofSubject(object: KubernetesObject): SubjectOf<'artifact-proof'> | undefined {
  const facts = factsOf(object);
  return facts && subjectFrom(object, 'artifact-proof', facts);
}

function factsOf(object: KubernetesObject): Proof | undefined {
  const spec = object.root.get('spec');
  switch (`${object.group}/${object.kind}`) {
    case 'kyverno.io/ClusterPolicy':
    case 'kyverno.io/Policy':
      return kyverno(object.kind, spec);
    case 'policies.kyverno.io/ImageValidatingPolicy': {
      const actions = spec.get('validationActions');
      const denies = actions.exists ? actions.texts().includes('Deny') : true;
      const images = globsOf(spec.get('matchImageReferences'));
      return verifies(object.kind, known(denies, actions.at), images, spec);
    }
    case 'policy.sigstore.dev/ClusterImagePolicy': {
      const mode = spec.get('mode');
      return verifies(object.kind, known(mode.value !== 'warn', mode.at), globsOf(spec.get('images')), spec);
    }
    default:
      return isChains(object)
        ? {
            type: 'Tekton Chains',
            how: 'signs',
            enforced: known(true, object.location),
            images: known(['*'], object.location),
          }
        : undefined;
  }
}

function globsOf(list: DataNode): readonly string[] {
  return list.items().flatMap((one) => one.get('glob').text ?? []);
}

/** Without a word, what has no signature is only reported. */
function kyverno(type: string, spec: DataNode): Proof | undefined {
  const checks = spec
    .get('rules')
    .items()
    .flatMap((rule) => rule.get('verifyImages').items());
  const [first] = checks;
  if (!first) return undefined;
  const general = spec.get('validationFailureAction');
  const actions = checks.map((check) => {
    const own = check.get('failureAction');
    return own.exists ? own : general;
  });
  const lax = actions.find(({ text }) => text?.toLowerCase() !== 'enforce');
  const images = checks.flatMap((check) => [
    ...check.get('imageReferences').texts(),
    ...(check.get('image').text === undefined ? [] : [check.get('image').text ?? '']),
  ]);
  return verifies(type, known(lax === undefined, (lax ?? actions[0] ?? first).at), images, first);
}

function verifies(type: string, enforced: Fact<boolean>, images: readonly string[], at: DataNode): Proof {
  return { type, how: 'verifies', enforced, images: known(images, at.header) };
}

function isChains({ group, kind, name, root }: KubernetesObject): boolean {
  if (group === 'operator.tekton.dev')
    return kind === 'TektonChain' || (kind === 'TektonConfig' && root.get('spec', 'chain').isMap);
  return group === '' && kind === 'ConfigMap' && name === 'chains-config';
}
