# METADATA
# title: Metrics of the plan's components are collected
# description: >-
#   An alert or a dashboard on metrics that nothing collects stays silent and empty, whatever happens. The plan says what
#   is measured; each component of that kind must be among what the monitoring collects from.
# custom:
#   severity: warning
#   applies_to: [plan-component]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, AU-12]
#     soc2: [CC7.2, A1.1]
#     iso-27001: [A.8.16]
#   statements:
#     - architecture.components[].name
#   remediation: Collect its metrics, or say under notMonitored of the component why they are left out.
package planproof.rules.observability["components-measured"]

import data.planproof.lib.finding

violation contains finding.at(component, ["watch", i, "by"], message) if {
	some component in input.subjects["plan-component"]
	some i, watch in component.facts.watch
	watch.aspect == "metrics"
	watch.exempt == null
	watch.by == []
	message := sprintf("Nothing collects metrics of %s.", [component.name])
}

undecided contains finding.undecided(component, ["watch", i, "by"]) if {
	some component in input.subjects["plan-component"]
	some i, watch in component.facts.watch
	watch.aspect == "metrics"
	watch.exempt == null
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	some watch in component.facts.watch
	watch.aspect == "metrics"
	watch.exempt == null
}
