# METADATA
# title: Every environment ships its logs
# description: >-
#   An environment whose logs nobody collects shows nothing when it fails: what is tried out there is tried out
#   blind, and production is never blind by intention.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   uses: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   statements:
#     - observability.logs.destination
#   remediation: Configure a pipeline of logs for the environment, or one that serves all of them.
package planproof.rules.observability["telemetry-in-every-environment"]

import data.planproof.lib.finding

violation contains finding.at(environment, [], message) if {
	some environment in _judged
	not environment.name in _covered
	message := sprintf("Nothing ships the logs of %s, as it is done in %s.", [environment.name, concat(", ", sort(_covered))])
}

examined contains finding.examined(environment) if some environment in _judged

# A pipeline that belongs to no environment may serve all of them. An environment whose infrastructure is missing has
# nothing to ship logs of.
_judged := [environment |
	count(_covered) > 0
	every pipeline in _pipelines {
		pipeline.environment != null
	}
	some environment in input.subjects["plan-environment"]
	every reference in environment.facts.infrastructure {
		reference.exists != false
	}
]

_covered := {pipeline.environment | some pipeline in _pipelines}

_pipelines := [pipeline |
	some pipeline in input.subjects["telemetry-pipeline"]
	"logs" in pipeline.facts.signals
	pipeline.facts.kept != false
]
