# METADATA
# title: Alerts of critical components reach someone
# description: >-
#   An alert that no route leads to a real receiver fires into the void. For each signal of a critical
#   component at least one alert must end at someone who is told.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [monitoring-alerting]
#   required: true
#   controls:
#     nist-800-53: [SI-4(5), IR-6]
#     cis-controls: ["17.4"]
#     soc2: [CC7.3]
#     iso-27001: [A.5.25]
#   statements:
#     - architecture.components[].criticality
#   remediation: Route the alert's labels to a receiver that notifies people.
package planproof.rules.observability["critical-alerts-routed"]

import data.planproof.lib.finding

violation contains finding.at(component, ["coverage", i, "routed"], message) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some i, coverage in component.facts.coverage
	coverage.routed == false
	coverage.alerts != []
	message := sprintf("No alert of critical component %s on %s reaches anyone.", [component.name, coverage.signal])
}

undecided contains finding.undecided(component, ["coverage", i, "routed"]) if {
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
