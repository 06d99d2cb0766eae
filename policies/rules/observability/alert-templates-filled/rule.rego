# METADATA
# title: Alerts show labels that they have
# description: >-
#   An annotation that shows a label which the expression has aggregated away says "on instance  in cluster ":
#   whoever is called at night does not learn where to look.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, IR-4]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Keep the label in the expression (by, on, group_left), or show another one.
package planproof.rules.observability["alert-templates-filled"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["templates", i, "missingLabels", j], message) if {
	some alert in input.subjects.alert
	some i, template in alert.facts.templates
	some j, label in template.missingLabels
	message := sprintf(
		"%s of alert %s shows the label %s, which its expression does not leave.",
		[template.name, alert.name, label],
	)
}

undecided contains finding.undecided(alert, ["templates", i, "problem"]) if {
	some alert in input.subjects.alert
	some i, _ in alert.facts.templates
}

examined contains finding.examined(alert) if {
	some alert in input.subjects.alert
	count(alert.facts.templates) > 0
}
