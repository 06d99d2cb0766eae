# METADATA
# title: Templates of alerts are ones that Prometheus accepts
# description: >-
#   Prometheus refuses a whole rule file for one template that it cannot read: none of the alerts in it is there
#   any more.
# custom:
#   severity: error
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, IR-4]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Correct the template, and check rule files with promtool before they are loaded.
package planproof.rules.observability["alert-templates-valid"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["templates", i, "problem"], message) if {
	some alert in input.subjects.alert
	some i, template in alert.facts.templates
	is_string(template.problem)
	message := sprintf("The template of %s of alert %s %s.", [template.name, alert.name, template.problem])
}

undecided contains finding.undecided(alert, ["templates", i, "problem"]) if {
	some alert in input.subjects.alert
	some i, _ in alert.facts.templates
}

examined contains finding.examined(alert) if {
	some alert in input.subjects.alert
	count(alert.facts.templates) > 0
}
