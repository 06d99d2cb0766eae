# METADATA
# title: Alarms say what they mean
# description: >-
#   Whoever is told of an alarm in the night reads its name, a metric and a number. Without a description that
#   says what it means, or where the runbook is, the search begins from nothing.
# custom:
#   severity: note
#   applies_to: [alert]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-4]
#     soc2: [CC7.4]
#     iso-27001: [A.5.37]
#   remediation: Describe what the alarm means and what to do first, with the address of the runbook.
package planproof.rules.observability["alarms-explained"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["summary"], message) if {
	some alert in _telling
	trim_space(alert.facts.summary) == ""
	message := sprintf("Alarm %s says nothing but its name to those it tells.", [alert.name])
}

undecided contains finding.undecided(alert, ["summary"]) if some alert in _telling

examined contains finding.examined(alert) if some alert in _telling

# One that tells nobody has nothing to explain, and scaling is explained by the policy.
_telling := [alert |
	some alert in input.subjects.alert
	not alert.facts.routed
	is_array(alert.facts.receivers)
	alert.facts.receivers != []
]
