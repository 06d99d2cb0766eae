# METADATA
# title: Logs are brought where they are kept by what the plan names
# description: >-
#   A plan that names one shipper and files that configure another one contradict each other: whoever looks for
#   a missing log looks in the wrong place.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, AU-6]
#     iso-27001: [A.8.15]
#   statements:
#     - observability.logs.shipper
#   remediation: Name in the plan what brings the logs, or configure what it names.
package planproof.rules.observability["logs-shipped-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["logShipper"], message) if {
	some plan in input.subjects.plan
	count(_shippers) > 0
	wanted := _system(plan.facts.logShipper)
	every collector in _shippers {
		collector.facts.system != wanted
	}
	found := concat(", ", sort({collector.facts.system | some collector in _shippers}))
	message := sprintf("The plan says that %s brings the logs; the files configure %s.", [plan.facts.logShipper, found])
}

_shippers := [collector |
	some collector in input.subjects["telemetry-collector"]
	"logs" in collector.facts.signals
]

_system(name) := system if {
	is_string(name)
	plain := regex.replace(lower(name), "[^a-z]+", "")
	some pattern, system in _names
	regex.match(pattern, plain)
}

_names := {
	"^(aws)?(for)?fluentbit$": "fluent-bit",
	"^fluentd$": "fluentd",
	"^vector$": "vector",
	"^promtail$": "promtail",
	"^grafanaagent$": "grafana-agent",
	"^(grafana)?alloy$": "alloy",
	"^logstash$": "logstash",
	"^(opentelemetry|otel)(collector|col)?$": "opentelemetry-collector",
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	count(_shippers) > 0
	_system(plan.facts.logShipper)
}
