# METADATA
# title: This version of the plan was reviewed
# description: >-
#   A sign-off holds for the version that was read. When the plan changes afterwards, nobody has agreed to
#   what is deployed.
# custom:
#   severity: error
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [CM-3, CA-2]
#     soc2: [CC8.1]
#     iso-27001: [A.5.8, A.8.32]
#     pci-dss: ["6.5.1"]
#   statements:
#     - version
#     - review.signOffs[]
#     - review.next
#   remediation: Have the current version signed off, and enter who, when and which version.
package planproof.rules.plan.reviewed

import data.planproof.lib.finding

violation contains finding.at(plan, ["version"], message) if {
	some plan in input.subjects.plan
	versions := {signed.version | some signed in plan.facts.signOffs}
	not sprintf("%v", [plan.facts.version]) in versions
	count(versions) > 0
	message := sprintf("Version %v of the plan was not signed off; %s was.", [plan.facts.version, concat(", ", sort(versions))])
}

violation contains finding.at(plan, ["signOffs"], message) if {
	some plan in input.subjects.plan
	count(plan.facts.signOffs) == 0
	message := "Nobody has signed off the plan."
}

violation contains finding.at(plan, ["signOffs", i, "on"], message) if {
	some plan in input.subjects.plan
	some i, signed in plan.facts.signOffs
	signed.on > input.today
	message := sprintf("The sign-off by %v is dated %s, which is still to come.", [signed.person, signed.on])
}

violation contains finding.at(plan, ["reviewNext"], message) if {
	some plan in input.subjects.plan
	is_string(plan.facts.reviewNext)
	plan.facts.reviewNext < input.today
	count(plan.facts.signOffs) > 0
	every signed in plan.facts.signOffs {
		signed.on < plan.facts.reviewNext
	}
	message := sprintf("The plan was to be reviewed again by %s, and no sign-off is of that day or later.", [plan.facts.reviewNext])
}
