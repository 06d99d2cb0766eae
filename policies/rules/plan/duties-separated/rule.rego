# METADATA
# title: Who answers for the plan does not approve it alone
# description: >-
#   A review by the author, an exception that its beneficiary grants, a deployment that is approved by who starts it: in
#   each nobody else has looked. Names are compared; for a team, name the person.
# custom:
#   severity: warning
#   applies_to: [plan, plan-environment, plan-component]
#   uses: [plan]
#   criteria: [timeline-resources, security-compliance]
#   controls:
#     nist-800-53: [AC-5, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.5.3, A.8.32]
#     pci-dss: ["6.5.1"]
#   statements:
#     - review.signOffs[]
#     - delivery.environments.<name>.approvals
#     - criteria
#     - observability.notMonitored[].approvedBy
#     - architecture.components[].notMonitored[].approvedBy
#   remediation: Have somebody else sign, approve or deploy, and name them.
package planproof.rules.plan["duties-separated"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["signOffs", 0, "person"], message) if {
	some plan in input.subjects.plan
	is_string(plan.facts.owner)
	signed := [sign_off | some sign_off in plan.facts.signOffs; sign_off.version == plan.facts.version]
	count(signed) > 0
	every sign_off in signed {
		sign_off.person == plan.facts.owner
	}
	message := sprintf("Version %v of the plan is signed off by %s alone, who owns it.", [plan.facts.version, plan.facts.owner])
}

violation contains finding.at(plan, ["tailoring", i, "approvedBy"], message) if {
	some plan in input.subjects.plan
	some i, tailored in plan.facts.tailoring
	is_string(tailored.approvedBy)
	tailored.approvedBy == plan.facts.owner
	message := sprintf("That %s does not apply is approved by %s, who owns the plan.", [tailored.criterion, tailored.approvedBy])
}

violation contains finding.at(plan, ["monitoring", "exemptions", i, "approvedBy"], message) if {
	some plan in input.subjects.plan
	some i, exemption in plan.facts.monitoring.exemptions
	is_string(exemption.approvedBy)
	exemption.approvedBy == plan.facts.owner
	message := sprintf("Leaving %s unmonitored is approved by %s, who owns the plan.", [exemption.what, exemption.approvedBy])
}

violation contains finding.at(component, ["exemptions", i, "approvedBy"], message) if {
	some component in input.subjects["plan-component"]
	some i, exemption in component.facts.exemptions
	is_string(exemption.approvedBy)
	exemption.approvedBy == component.facts.owner
	message := sprintf("Leaving %s of %s unmonitored is approved by %s, who owns it.", [
		exemption.what,
		component.name,
		exemption.approvedBy,
	])
}

violation contains finding.at(environment, ["deployers"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.approvals > 0
	count(environment.facts.approvers) > 0
	count(environment.facts.deployers) > 0
	every approver in environment.facts.approvers {
		approver in environment.facts.deployers
	}
	message := sprintf(
		"Whoever may approve deployments to environment %s also starts them: %s.",
		[environment.name, concat(", ", environment.facts.approvers)],
	)
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	is_string(plan.facts.owner)
}

examined contains finding.examined(environment) if {
	some environment in input.subjects["plan-environment"]
	count(environment.facts.deployers) > 0
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	is_string(component.facts.owner)
	count(component.facts.exemptions) > 0
}
