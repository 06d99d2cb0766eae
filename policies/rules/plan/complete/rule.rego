# METADATA
# title: The plan says something on every step
# description: >-
#   Each step of the task asks for statements that others rely on: environments, pipeline, security,
#   monitoring, recovery, procedures, timeline. What the plan leaves out nobody has decided.
# custom:
#   severity: warning
#   applies_to: [plan]
#   criteria: [timeline-resources, devops-practices]
#   required: true
#   controls:
#     nist-800-53: [PL-2, SA-3]
#     soc2: [CC8.1]
#     iso-27001: [A.5.8]
#   remediation: State what is missing; an editor completes the plan from its schema.
package planproof.rules.plan.complete

import data.planproof.lib.finding

violation contains finding.at(plan, ["missing", i, "path"], message) if {
	some plan in input.subjects.plan
	some i, gap in plan.facts.missing
	message := sprintf("The plan has nothing on %s (%s); it belongs under %v, such as %s.", [gap.title, gap.check, gap.path, gap.example])
}
