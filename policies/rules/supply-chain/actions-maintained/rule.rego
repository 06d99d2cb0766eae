# METADATA
# title: Actions are ones that somebody keeps
# description: >-
#   Nobody mends what is found in an archived action, and nobody answers when it stops to work. It runs in the pipeline
#   with its token and its secrets all the same, and a tag of it can still be moved by whoever takes the account.
# related_resources:
#   - ref: https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories
#     description: Archiving repositories
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SA-22, SR-3]
#     iso-27001: [A.8.8]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Use the action that its page names instead, or the commands that it runs.
package planproof.rules["supply-chain"]["actions-maintained"]

import data.planproof.lib.finding
import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(_read, "archived")

undecided contains one if some one in mistakes.open(_read, "archived")

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.system == "github-actions"
]
