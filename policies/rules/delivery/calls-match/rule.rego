# METADATA
# title: Calls of pipelines match what they call
# description: >-
#   A call that what it calls does not understand, a job that waits for one that is not there, or an environment that is
#   deployed to twice where the system allows that once, keeps everything from starting: no test, no scan, no deploy.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Give what the called workflow, task or template declares and requires, and name jobs and files that exist.
package planproof.rules.delivery["calls-match"]

import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "call")

undecided contains one if some one in mistakes.open(input.subjects.pipeline, "call")
