# METADATA
# title: Documents have the parts that their readers need
# description: >-
#   Whoever deploys has to know how to see that it worked and how to go back; whoever is woken, how to find
#   the cause and how to make it stop. A part may also stand in a planned document that is linked.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [document, plan-document]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-2, IR-8]
#     soc2: [CC7.4, CC8.1]
#     iso-27001: [A.5.37]
#   statements:
#     - documents.procedures[]
#     - documents.runbooks[]
#     - documents.verification[]
#     - documents.troubleshooting[]
#     - recovery.procedure
#     - recovery.incidentResponse.procedure
#   remediation: Write the section, or link the document of the plan that has it.
package planproof.rules.documentation["sections-complete"]

import data.planproof.lib.finding

# One of the topics of each list, by what the plan names the document as.
_needed := {
	"procedure": [["verification"], ["rollback"]],
	"verification": [["verification"]],
	"troubleshooting": [["troubleshooting", "diagnosis", "mitigation"]],
	"restore": [["restore", "steps"], ["verification"]],
	"incident-response": [["escalation", "contacts"], ["communication"]],
	"runbook": [["diagnosis", "troubleshooting"], ["mitigation", "troubleshooting", "rollback", "restore"]],
}

violation contains finding.at(document, ["topics"], message) if {
	some document in _judged
	is_array(document.facts.topics)
	document.facts.exists == true
	some topics in _needed[document.facts.role]
	not _has(document, topics)
	message := sprintf("%s, which the plan names as %s, has no section on %s.", [document.name, document.facts.role, concat(" or ", topics)])
}

undecided contains finding.undecided(document, ["topics"]) if some document in _judged

examined contains finding.examined(document) if some document in _judged

_judged := [document |
	some document in input.subjects["plan-document"]
	_needed[document.facts.role]
	not _of_another_kind(document)
]

_has(document, topics) if {
	some topic in topics
	topic in document.facts.topics
}

_has(document, topics) if {
	some topic in topics
	topic in _linked[document.facts.path]
}

# A runbook that goes back or restores is judged as that.
_of_another_kind(document) if {
	document.facts.role == "runbook"
	some topic in ["rollback", "restore"]
	topic in document.facts.topics
	not "mitigation" in document.facts.topics
}

_of_another_kind(document) if {
	document.facts.role == "runbook"
	some other in input.subjects["plan-document"]
	other.facts.path == document.facts.path
	other.facts.role != "runbook"
}

# What planned documents that it links are about.
_linked[path] contains role if {
	some path, target in _links
	some other in input.subjects["plan-document"]
	split(other.facts.path, "#")[0] in target
	role := other.facts.role
}

_links[planned.facts.path] := document.facts.leadsTo if {
	some planned in input.subjects["plan-document"]
	some document in input.subjects.document
	document.facts.path == split(planned.facts.path, "#")[0]
}
