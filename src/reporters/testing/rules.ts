import type { Rule } from '../../policy/index.ts';

const LINK = {
  title: 'Pod Security Standards',
  url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
};

/** Rules as the policies' metadata gives them, at least one for each criterion. */
export const RULES: Readonly<Record<string, Rule>> = Object.fromEntries(
  [
    rule('delivery/production-deploy-approved', 'Production deploys need an approval', ['deploy-job'], {
      criteria: ['delivery-pipeline', 'devops-practices'],
      controls: { 'nist-800-53': ['CM-3(2)', 'CM-5'], soc2: ['CC8.1'] },
      remediation: 'Deploy to an environment with required reviewers.',
      description: 'A second person sees what one person in a hurry does not.',
    }),
    rule(
      'documentation/runbook-sections',
      'Runbooks have the sections that an operator needs',
      ['document'],
      {
        severity: 'note',
        criteria: ['rollback'],
        required: false,
        remediation: 'Add the missing sections.',
      },
    ),
    rule('encryption/object-store-encrypted', 'Object stores are encrypted at rest', ['object-store'], {
      criteria: ['security-compliance'],
      controls: { 'nist-800-53': ['SC-28(1)', 'SC-13'], 'iso-27001': ['A.8.24'], 'cis-controls': ['3.11'] },
      remediation: 'Turn on default encryption with a key that you manage.',
      description:
        'Whoever gets hold of a disk, a snapshot or a misdirected copy reads what is not encrypted. Encryption at rest turns that into a question of who may use the key.',
    }),
    rule(
      'observability/critical-service-alerts',
      'Critical services have alerts for each signal',
      ['plan-component'],
      {
        criteria: ['monitoring-alerting'],
        controls: { 'nist-800-53': ['SI-4'], soc2: ['CC7.2'] },
        remediation: 'Write an alerting rule for the missing signal, with the label that the plan names.',
        description:
          'The plan says which signals a critical service is watched for; an outage that nobody hears of lasts longer.',
      },
    ),
    rule('plan/people-stated', 'The plan names the people it needs', ['plan'], {
      criteria: ['timeline-resources'],
      remediation: 'Name people with role, allocation and contact under resources.people.',
    }),
    rule('recovery/backup-meets-rpo', 'Backups are made as often as the plan promises', ['backup'], {
      severity: 'warning',
      criteria: ['rollback'],
      controls: { 'nist-800-53': ['CP-9'], soc2: ['A1.2'] },
      remediation: 'Make backups at least as often as the recovery point objective asks for.',
    }),
    rule(
      'rollback/mechanism-exists',
      "The plan's rollback has a mechanism in the files",
      ['plan-environment'],
      {
        criteria: ['rollback'],
        controls: { 'nist-800-53': ['CP-10'] },
        remediation: 'Write the job or the configuration that the plan speaks of.',
      },
    ),
    rule('secrets/no-literal-secret', 'Secrets are not written into files', ['pipeline'], {
      criteria: ['security-compliance'],
      required: false,
      controls: { 'nist-800-53': ['IA-5(7)'], soc2: ['CC6.1'] },
      remediation: 'Revoke the secret, and read it from the secret manager.',
    }),
    rule('supply-chain/actions-pinned', 'Third-party actions are pinned to a commit', ['build-dependency'], {
      severity: 'warning',
      criteria: ['devops-practices', 'security-compliance'],
      controls: { slsa: ['Build L2'], 'owasp-cicd': ['CICD-SEC-3'] },
      remediation: 'Name the action by the full hash of a commit.',
    }),
    rule('workload/containers-not-privileged', 'Containers are not privileged', ['workload'], {
      criteria: ['security-compliance'],
      controls: { 'nist-800-53': ['AC-6', 'CM-7'], soc2: ['CC6.1'], 'iso-27001': ['A.8.2'] },
      remediation: 'Set privileged to false, and add the single capabilities that the container needs.',
      description:
        "A privileged container has all of the host's capabilities and devices: whoever breaks into it owns the node and everything else that runs there.",
      links: [LINK],
    }),
  ].map((one) => [one.id, one]),
);

function rule(
  id: string,
  title: string,
  appliesTo: Rule['appliesTo'],
  more: Partial<Rule> & Pick<Rule, 'criteria' | 'remediation'>,
): Rule {
  return {
    id,
    title,
    description: `${title}.`,
    severity: 'error',
    appliesTo,
    uses: [],
    reads: null,
    requiredFor: [],
    required: true,
    controls: {},
    links: [],
    ...more,
  };
}
