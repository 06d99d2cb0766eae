# METADATA
# title: Labels of alerts do not change with the value
# description: >-
#   Labels tell one alert from another. With the value in a label each evaluation makes a new alert: what has to
#   hold for a while never does, and every notification is a new one.
# custom:
#   severity: error
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, IR-4]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Show the value in an annotation.
package planproof.rules.observability["alert-labels-stable"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["templates", i, "showsValue"], message) if {
	some alert in input.subjects.alert
	some i, template in alert.facts.templates
	template.label
	template.showsValue == true
	message := sprintf("The label %s of alert %s shows the value, so that each evaluation makes another alert.", [template.name, alert.name])
}

undecided contains finding.undecided(alert, ["templates", i, "showsValue"]) if {
	some alert in input.subjects.alert
	some i, template in alert.facts.templates
	template.label
}

examined contains finding.examined(alert) if {
	some alert in input.subjects.alert
	some template in alert.facts.templates
	template.label
}
