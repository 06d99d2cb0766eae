import { known, unknown, valueOf, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { textFact } from '../read.ts';

/** What is followed, and whether it stays what it is. */
export interface Followed {
  readonly revision: Fact<string>;
  readonly fixed: Fact<boolean>;
}

const COMMIT = /^[0-9a-f]{7,40}$/i;
/** `v1.2.0`, `release-2026-11-24`, `1.4.2-rc.1`: names with a whole version or a date are tags by custom. */
const VERSION = /(?:^|\D)\d+\.\d+\.\d+(?:[-+.][\w.+-]*)?$|\d{4}-?\d{2}-?\d{2}/;
const MOVING =
  /^(?:HEAD|main|master|trunk|develop|development|dev|staging|stage|production|prod|release|live|latest)$|^refs\/heads\/|\*/;

/** A reference of Git: the names that branches have by custom move, others are not told apart from tags. */
export function gitReference(node: DataNode, fallback: string): Followed {
  const revision = textFact(node, fallback);
  const text = valueOf(revision);
  if (text === undefined) return { revision, fixed: revision as Fact<never> };
  return { revision, fixed: fixedOf(text === '' ? fallback : text, node) };
}

function fixedOf(text: string, node: DataNode): Fact<boolean> {
  if (text.includes('{{')) return unknown(`${text} is filled in by a generator`, node.at);
  if (MOVING.test(text)) return known(false, node.at);
  if (COMMIT.test(text) || VERSION.test(text) || text.startsWith('refs/tags/')) return known(true, node.at);
  return unknown(`whether ${text} is a branch or a tag is not known`, node.at);
}

/** A chart's version: only a whole one is exact. Without one Helm takes the newest. */
export function chartVersion(node: DataNode): Followed {
  const revision = textFact(node, '*');
  const text = valueOf(revision);
  if (text === undefined) return { revision, fixed: revision as Fact<never> };
  if (text.includes('{{'))
    return { revision, fixed: unknown(`${text} is filled in by a generator`, node.at) };
  return { revision, fixed: known(/^=?\s*v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(text), node.at) };
}

/** A source of Flux: a commit goes before a name, that before a range, that before a tag, that before a branch. */
export function sourceReference(source: KubernetesObject): Followed {
  const spec = source.root.get('spec');
  const ref = spec.get('ref');
  switch (source.kind) {
    case 'GitRepository': {
      const [key = 'branch'] = ['commit', 'name', 'semver', 'tag', 'branch'].filter(
        (each) => ref.get(each).exists,
      );
      const node = ref.get(key);
      if (key === 'name') return gitReference(node, '');
      return stated(node, 'master', key === 'commit' || key === 'tag');
    }
    case 'OCIRepository': {
      const [key = 'tag'] = ['digest', 'semver', 'tag'].filter((each) => ref.get(each).exists);
      const node = ref.get(key);
      return stated(node, 'latest', key === 'digest' || (key === 'tag' && VERSION.test(node.text ?? '')));
    }
    case 'HelmChart':
      return chartVersion(spec.get('version'));
    default: {
      const held = unknown(`what the ${source.kind} ${source.name} holds has no version`, source.location);
      return { revision: held, fixed: held };
    }
  }
}

function stated(node: DataNode, fallback: string, fixed: boolean): Followed {
  const revision = textFact(node, fallback);
  return {
    revision,
    fixed: valueOf(revision) === undefined ? (revision as Fact<never>) : known(fixed, node.at),
  };
}
