# METADATA
# title: Critical alerts have a unit test
# description: >-
#   Where rules are tested, an alert without a test is the one that fires too late, or never, when it is needed: nobody
#   has seen it fire.
# custom:
#   severity: note
#   applies_to: [alert]
#   uses: [rule-test]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, SI-6]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Write an alert_rule_test in which it fires, and run it with promtool test rules.
package planproof.rules.observability["critical-alerts-tested"]

import data.planproof.lib.finding

violation contains finding.at(alert, [], message) if {
	some alert in _critical
	not _tested[alert.name]
	message := sprintf("Critical alert %s has no unit test, though others have.", [alert.name])
}

undecided contains finding.undecided(alert, ["severity"]) if {
	count(_tested) > 0
	some alert in input.subjects.alert
	alert.facts.system == "prometheus"
}

examined contains finding.examined(alert) if some alert in _critical

_critical := [alert |
	count(_tested) > 0
	some alert in input.subjects.alert
	alert.facts.system == "prometheus"
	alert.facts.severity == "critical"
]

_tested contains name if {
	some test in input.subjects["rule-test"]
	some name in test.facts.alerts
}
