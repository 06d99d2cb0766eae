import type { DataNode } from '../../data-node.ts';
import type { Workflow } from '../read/workflow.ts';
import known from './known.json' with { type: 'json' };
import { mistake, type Mistake } from './mistake.ts';

const SCOPES: ReadonlySet<string> = new Set(known.scopes);
/** What may be given of a scope; of the others `read`, `write`, `none`. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'id-token': ['write', 'none'],
  models: ['read', 'none'],
};

/** Permissions that GitHub does not know, or does not give so: it starts none of the jobs then. */
export function permissionMistakes({ node, jobs }: Workflow): readonly Mistake[] {
  return [node, ...[...jobs.values()].map((job) => job.node)].flatMap(ofHolder);
}

function ofHolder(holder: DataNode): readonly Mistake[] {
  if (!holder.has('permissions')) return [];
  const node = holder.get('permissions');
  if (!node.isMap) {
    if (node.text === 'read-all' || node.text === 'write-all') return [];
    const what = node.exists ? `\`${node.text ?? 'a list'}\`` : 'nothing';
    return [
      mistake(
        'permission',
        `permissions are ${what}, which may be \`read-all\`, \`write-all\` or a map`,
        node.exists ? node.at : node.keyAt,
      ),
    ];
  }
  return node.entries().flatMap(([scope, value]) => {
    if (!SCOPES.has(scope))
      return [mistake('permission', `there is no permission \`${scope}\``, value.header)];
    const allowed = VALUES[scope] ?? ['read', 'write', 'none'];
    if (value.text === undefined || allowed.includes(value.text)) return [];
    const listed = allowed.map((one) => `\`${one}\``).join(' or ');
    return [
      mistake('permission', `permission \`${scope}\` may be ${listed}, not \`${value.text}\``, value.at),
    ];
  });
}
