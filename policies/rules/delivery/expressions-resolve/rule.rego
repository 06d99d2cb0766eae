# METADATA
# title: Expressions name what exists
# description: >-
#   A name that stands for nothing is an empty text, so that a condition never holds and a command gets nothing;
#   a context or function that does not exist keeps the whole workflow from starting.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Name a context, property, step, job or function that exists where the expression stands.
package planproof.rules.delivery["expressions-resolve"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "expression")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "expression")
