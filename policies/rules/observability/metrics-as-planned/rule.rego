# METADATA
# title: Metrics are collected by the planned system, as often as planned
# description: >-
#   Alerts and objectives of the plan count on metrics that are as fresh as it says. Collected less often, a short
#   disturbance is not seen; collected by another system, whoever looks for them looks in the wrong place.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [metrics-collector, scrape]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, "AU-6"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.metrics.system
#     - observability.metrics.every
#   remediation: Set the planned interval and system, or correct observability.metrics in the plan.
package planproof.rules.observability["metrics-as-planned"]

import data.planproof.lib.finding

# Systems that read one another's configuration and metrics.
_family := {"prometheus", "victoriametrics", "thanos", "mimir", "cortex", "grafanacloud", "amazonmanagedprometheus"}

_others := {"cloudwatch", "azuremonitor", "datadog", "newrelic", "dynatrace", "cloudmonitoring", "googlecloudmonitoring", "zabbix", "nagios"}

violation contains finding.at(plan, ["metricsSystem"], message) if {
	some plan in input.subjects.plan
	_plain(plan.facts.metricsSystem) in _others
	found := {collector.facts.system | some collector in input.subjects["metrics-collector"]}
	count(found) > 0
	message := sprintf("The plan collects metrics with %s; the files configure %s.", [plan.facts.metricsSystem, concat(", ", found)])
}

violation contains finding.about(collector, ["intervalSeconds"], message, [_stated(plan)]) if {
	some plan in _timed
	some collector in input.subjects["metrics-collector"]
	collector.facts.role != "ruler"
	is_number(collector.facts.intervalSeconds)
	collector.facts.intervalSeconds > plan.facts.metricsEverySeconds
	message := sprintf("%s collects every %v seconds; the plan says %v.", [collector.name, collector.facts.intervalSeconds, plan.facts.metricsEverySeconds])
}

undecided contains finding.undecided(collector, ["intervalSeconds"]) if {
	count(_timed) > 0
	some collector in input.subjects["metrics-collector"]
	collector.facts.role != "ruler"
}

violation contains finding.about(scrape, ["intervalSeconds"], message, [_stated(plan)]) if {
	some plan in _timed
	some scrape in input.subjects.scrape
	is_number(scrape.facts.intervalSeconds)
	scrape.facts.intervalSeconds > plan.facts.metricsEverySeconds
	every collector in input.subjects["metrics-collector"] {
		collector.facts.intervalSeconds != scrape.facts.intervalSeconds
	}
	message := sprintf("%s is collected every %v seconds; the plan says %v.", [scrape.name, scrape.facts.intervalSeconds, plan.facts.metricsEverySeconds])
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	_plain(plan.facts.metricsSystem) in (_family | _others)
	count(input.subjects["metrics-collector"]) > 0
}

examined contains finding.examined(plan) if {
	some plan in _timed
	count(input.subjects["metrics-collector"]) + count(input.subjects.scrape) > 0
}

_timed := [plan |
	some plan in input.subjects.plan
	is_number(plan.facts.metricsEverySeconds)
]

_stated(plan) := finding.place(plan, ["metricsEverySeconds"], "The planned interval.")

_plain(name) := regex.replace(lower(name), "[^a-z]", "") if is_string(name)
