# METADATA
# title: Every signal of a critical component has an alert
# description: >-
#   Availability, latency, errors and saturation fail in different ways, and an alert on one does not see the
#   others. A signal without an alert is noticed by customers first.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   uses: [plan]
#   criteria: [monitoring-alerting]
#   required: true
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     cis-controls: ["8.11"]
#     soc2: [CC7.2, A1.1]
#     iso-27001: [A.8.16]
#   statements:
#     - architecture.components[].criticality
#     - observability.signals
#   shown_by: [coverage]
#   remediation: Write an alert for the signal, with a label that names the component.
package planproof.rules.observability["critical-components-alerted"]

import data.planproof.lib.finding

violation contains finding.about(component, ["coverage", i, "alerts"], message, _asking(component)) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some i, coverage in component.facts.coverage
	coverage.alerts == []
	message := sprintf("Critical component %s has no alert on %s.", [component.name, coverage.signal])
}

undecided contains finding.undecided(component, ["coverage", i, "alerts"]) if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	some i, _ in component.facts.coverage
}

examined contains {"kind": component.kind, "id": component.id} if {
	some component in input.subjects["plan-component"]
	component.facts.criticality == "critical"
	component.facts.type != "external"
	count(component.facts.coverage) > 0
}

# Both statements together ask for it, and neither is kept.
_asking(component) := array.concat(
	[finding.place(component, ["criticality"], "It is critical.")],
	[finding.place(plan, ["signals"], "These signals are to be watched.") | some plan in input.subjects.plan],
)
