# METADATA
# title: Whoever evaluates alerts tells an Alertmanager of them
# description: Without an Alertmanager an alert that fires is a line in a page that nobody looks at.
# custom:
#   severity: error
#   applies_to: [metrics-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Name the Alertmanagers under alerting.
package planproof.rules.observability["firing-alerts-passed-on"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["notifies"], message) if {
	some collector in _judging
	collector.facts.notifies == false
	message := sprintf("Collector %s evaluates rules and tells no Alertmanager.", [collector.name])
}

undecided contains finding.undecided(collector, ["notifies"]) if some collector in _judging

examined contains finding.examined(collector) if some collector in _judging

_judging := [collector |
	some collector in input.subjects["metrics-collector"]
	_has_rules(collector)
]

_has_rules(collector) if count(collector.facts.ruleFiles) > 0

_has_rules(collector) if collector.facts.selectsRules
