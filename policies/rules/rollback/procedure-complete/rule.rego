# METADATA
# title: Rollback procedures can be followed
# description: >-
#   At two in the morning a rollback procedure has to say what to do, command by command, and how to see that
#   it worked. A heading or an intention is not enough.
# custom:
#   severity: error
#   applies_to: [plan-document]
#   criteria: [rollback]
#   required: true
#   controls:
#     nist-800-53: [CP-10, IR-8]
#     cis-controls: ["11.1"]
#     soc2: [CC8.1, A1.2]
#     iso-27001: [A.5.37]
#   statements:
#     - delivery.environments.<name>.rollback.procedure
#   shown_by: [steps]
#   remediation: Write a rollback section with numbered steps and commands, and one on verification.
package planproof.rules.rollback["procedure-complete"]

import data.planproof.lib.finding

violation contains finding.at(document, ["path"], message) if {
	some document in input.subjects["plan-document"]
	document.facts.role == "rollback"
	document.facts.exists == false
	message := sprintf("The rollback procedure %s does not exist.", [document.name])
}

violation contains finding.at(document, ["topics"], message) if {
	some document in input.subjects["plan-document"]
	document.facts.role == "rollback"
	is_array(document.facts.topics)
	document.facts.exists == true
	some topic in ["rollback", "verification"]
	not topic in document.facts.topics
	message := sprintf("The rollback procedure %s has no section on %s.", [document.name, topic])
}

violation contains finding.at(document, ["steps"], message) if {
	some document in input.subjects["plan-document"]
	document.facts.role == "rollback"
	document.facts.exists == true
	document.facts.steps == 0
	message := sprintf("The rollback procedure %s has neither numbered steps nor commands.", [document.name])
}

undecided contains finding.undecided(document, [fact]) if {
	some document in input.subjects["plan-document"]
	document.facts.role == "rollback"
	some fact in ["exists", "topics", "steps"]
}

examined contains {"kind": document.kind, "id": document.id} if {
	some document in input.subjects["plan-document"]
	document.facts.role == "rollback"
}
