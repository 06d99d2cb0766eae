# METADATA
# title: Actions are ones that still run
# description: >-
#   A version that its system has turned off fails every run that uses it: no test, no scan, no deploy. Who finds out
#   while a release waits, or a rollback, loses the time that it takes to change it.
# related_resources:
#   - ref: https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/
#     description: Deprecation of version 3 of the artifact actions
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6, SA-22]
#   remediation: >-
#     Use a newer major version of the action.
package planproof.rules.delivery["actions-run"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "action")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "action")
