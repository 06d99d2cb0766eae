# METADATA
# title: Dashboards show the components that the plan says
# description: >-
#   Whoever is called needs to see at once how the component is, and how it was before. The plan names dashboards for
#   critical components and for those that it lists; each must be shown by one of them.
# custom:
#   severity: warning
#   applies_to: [plan-component]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2, A1.1]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.dashboards[].components
#   remediation: Add the component to a dashboard, or say under notMonitored of the component why it needs none.
package planproof.rules.observability["components-on-dashboards"]

import data.planproof.lib.finding

violation contains finding.at(component, ["watch", i, "by"], message) if {
	some component in input.subjects["plan-component"]
	some i, watch in component.facts.watch
	watch.aspect == "dashboard"
	watch.exempt == null
	watch.by == []
	message := sprintf("No dashboard shows %s.", [component.name])
}

undecided contains finding.undecided(component, ["watch", i, "by"]) if {
	some component in input.subjects["plan-component"]
	some i, watch in component.facts.watch
	watch.aspect == "dashboard"
	watch.exempt == null
}

examined contains finding.examined(component) if {
	some component in input.subjects["plan-component"]
	some watch in component.facts.watch
	watch.aspect == "dashboard"
	watch.exempt == null
}
