# METADATA
# title: Runbooks of critical components say how to go back
# description: >-
#   Most incidents follow a change. A runbook that has no section on going back, and no link to the rollback
#   procedure, leaves out what most often helps.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [document, plan-component, plan-document]
#   criteria: [rollback, monitoring-alerting]
#   controls:
#     nist-800-53: [IR-4, CP-10]
#     soc2: [CC7.4, A1.2]
#     iso-27001: [A.5.26, A.5.37]
#   statements:
#     - documents.runbooks[].components
#   remediation: Link the rollback procedure in the runbook, or write a section on it.
package planproof.rules.rollback["runbooks-lead-back"]

import data.planproof.lib.finding

violation contains finding.at(document, ["topics"], message) if {
	some document in _judged
	is_array(document.facts.topics)
	not "rollback" in document.facts.topics
	not _leads_back(document)
	message := sprintf("The runbook %s of %s says nothing of going back to the version before.", [document.name, concat(", ", _critical(document))])
}

undecided contains finding.undecided(document, ["topics"]) if some document in _judged

examined contains finding.examined(document) if some document in _judged

_judged := [document |
	some document in input.subjects["plan-document"]
	document.facts.role == "runbook"
	document.facts.exists != false
	count(_critical(document)) > 0
]

# Only what is released can go back.
_critical(document) := sort([name |
	some name in document.facts.components
	some component in input.subjects["plan-component"]
	component.name == name
	component.facts.criticality == "critical"
	component.facts.type == "service"
])

_leads_back(planned) if {
	some document in input.subjects.document
	document.facts.path == split(planned.facts.path, "#")[0]
	some target in document.facts.leadsTo
	target in _rollbacks
}

_leads_back(planned) if {
	some document in input.subjects.document
	document.facts.path == split(planned.facts.path, "#")[0]
	some named in document.facts.mechanisms
	named.command
}

_rollbacks contains split(other.facts.path, "#")[0] if {
	some other in input.subjects["plan-document"]
	other.facts.role == "rollback"
}
