# METADATA
# title: Alerts of critical components lead to a runbook
# description: >-
#   Whoever is woken by an alert needs to know what it means, how to find the cause and how to make it stop.
#   The runbook must exist and have sections on diagnosis and mitigation.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-4, IR-8]
#     soc2: [CC7.4]
#     iso-27001: [A.5.26, A.5.37]
#   statements:
#     - architecture.components[].criticality
#   remediation: Write the runbook with diagnosis and mitigation, and name it in the alert's runbook_url.
package planproof.rules.observability["critical-alerts-explained"]

import data.planproof.lib.finding

violation contains finding.at(component, ["coverage", i, "runbook"], message) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some i, coverage in component.facts.coverage
	coverage.runbook == false
	coverage.alerts != []
	message := sprintf("No alert of critical component %s on %s has a runbook with diagnosis and mitigation.", [component.name, coverage.signal])
}

undecided contains finding.undecided(component, ["coverage", i, "runbook"]) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some i, coverage in component.facts.coverage
	coverage.alerts != []
}

examined contains {"kind": component.kind, "id": component.id} if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some coverage in component.facts.coverage
	coverage.alerts != []
}
