# METADATA
# title: The permissions of tokens exist
# description: >-
#   A permission that GitHub does not know, or does not give so, keeps the whole workflow from starting. What it
#   checks and deploys does not happen, and nothing turns red.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#   remediation: >-
#     Name a permission that exists, and give it read, write or none, as far as it has them.
package planproof.rules.identity["token-permissions-known"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "permission")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "permission")
