# METADATA
# title: Matrices say what they seem to
# description: >-
#   An exclusion that matches nothing leaves jobs in that nobody wanted, and a value that stands twice runs
#   twice. The matrix looks smaller, or larger, than what is tested.
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Take away what stands twice, and exclude values that the matrix has.
package planproof.rules.delivery["matrix-consistent"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "matrix")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "matrix")
