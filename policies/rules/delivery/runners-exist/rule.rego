# METADATA
# title: Jobs ask for machines that exist
# description: >-
#   A job waits a day for a machine that does not exist, or does no more, and fails then. What stands behind it
#   never runs.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Name a runner that GitHub offers, or self-hosted with the labels of your own.
package planproof.rules.delivery["runners-exist"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "runner")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "runner")
