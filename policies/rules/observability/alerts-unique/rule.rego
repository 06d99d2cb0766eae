# METADATA
# title: Alerts are stated once
# description: >-
#   Two alerts of one name, expression and labels notify twice, and a change of one leaves the other as it was. What is
#   generated of a file in another language, `rules.json` of `rules.yaml`, is the same file.
# custom:
#   severity: warning
#   applies_to: [alert]
#   by_name: true
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Remove one of them, or tell them apart by a label.
package planproof.rules.observability["alerts-unique"]

import data.planproof.lib.finding
import data.planproof.lib.twin

violation contains finding.about(alert, ["expression"], message, [finding.place(first, ["expression"], "the other one")]) if {
	some alike in _alike
	ids := sort([alert.id | some alert in alike])
	some first in alike
	first.id == ids[0]
	some alert in alike
	alert.id != ids[0]
	not twin.twins(first, alert)
	message := sprintf("Alert %s is stated twice, with the same expression and labels.", [alert.name])
}

undecided contains finding.undecided(alert, ["expression"]) if {
	some alert in _routed
	count(_named[[alert.name, alert.facts.labels]]) > 1
}

_named[[alert.name, alert.facts.labels]] contains alert.id if some alert in _routed

examined contains finding.examined(alert) if some alert in _routed

# Alarms of clouds are resources: the same template in two stacks makes two of them.
_routed := [alert | some alert in input.subjects.alert; alert.facts.routed]

# Files of different environments hold the same alerts.
_alike[key] contains alert if {
	some alert in _routed
	is_string(alert.facts.expression)
	key := [alert.name, alert.facts.expression, alert.facts.labels, object.get(alert, "environment", "")]
}
