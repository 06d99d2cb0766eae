# METADATA
# title: Critical components have a runbook
# description: >-
#   The parts of a system whose failure stops the business are those that fail at night. For each there is a
#   runbook or a guide to troubleshooting, planned for it, naming it, or led to by its alerts.
# custom:
#   severity: warning
#   applies_to: [plan-component]
#   uses: [plan-document]
#   criteria: [devops-practices, monitoring-alerting]
#   controls:
#     nist-800-53: [IR-4, IR-8]
#     soc2: [CC7.4]
#     iso-27001: [A.5.26, A.5.37]
#   statements:
#     - architecture.components[].criticality
#     - documents.runbooks[]
#     - documents.troubleshooting[]
#   remediation: Write a runbook for the component, and name it under documents.runbooks with its components.
package planproof.rules.documentation["components-have-runbooks"]

import data.planproof.lib.finding

violation contains finding.at(component, ["criticality"], message) if {
	some component in _judged
	not _explained[component.name]
	not _unread
	message := sprintf("No runbook and no guide to troubleshooting is about critical component %s.", [component.name])
}

undecided contains finding.undecided_because(component, ["criticality"], "not all runbooks can be read") if {
	some component in _judged
	not _explained[component.name]
	_unread
}

examined contains finding.examined(component) if some component in _judged

_judged := [component |
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
]

_explained[name] if {
	some document in _guides
	document.facts.exists != false
	some name in document.facts.components
}

_explained[name] if {
	some document in _guides
	is_array(document.facts.mentions)
	some name in document.facts.mentions
}

_explained[component.name] if {
	some component in _judged
	some coverage in component.facts.coverage
	coverage.runbook == true
}

_unread if {
	some document in _guides
	document.facts.exists != false
	not is_array(document.facts.mentions)
}

_guides := [document |
	some document in input.subjects["plan-document"]
	document.facts.role in {"runbook", "troubleshooting"}
]
