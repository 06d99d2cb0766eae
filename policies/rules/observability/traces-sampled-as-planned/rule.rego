# METADATA
# title: Traces are sampled as the plan says
# description: >-
#   A collector that keeps fewer traces than the plan says has none of the slow request that someone asks for;
#   one that keeps more costs more than was agreed.
# custom:
#   severity: note
#   applies_to: [telemetry-pipeline]
#   uses: [plan]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-12]
#     iso-27001: [A.8.15]
#   statements:
#     - observability.traces.samplePercent
#   remediation: Set sampling_percentage to what the plan says, or change the plan.
package planproof.rules.observability["traces-sampled-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(pipeline, ["samplePercent"], message, related) if {
	some [plan, pipeline] in _stated
	pipeline.facts.samplePercent != plan.facts.tracesSamplePercent
	is_number(pipeline.facts.samplePercent)
	message := sprintf("%s keeps %v percent of the traces.", [pipeline.name, pipeline.facts.samplePercent])
	related := [finding.place(plan, ["tracesSamplePercent"], sprintf("the plan says %v", [plan.facts.tracesSamplePercent]))]
}

undecided contains finding.undecided(pipeline, ["samplePercent"]) if some [_, pipeline] in _stated

examined contains finding.examined(pipeline) if some [_, pipeline] in _stated

# Without a sampler the programs that send may sample.
_stated := [[plan, pipeline] |
	some plan in input.subjects.plan
	is_number(plan.facts.tracesSamplePercent)
	some pipeline in input.subjects["telemetry-pipeline"]
	"traces" in pipeline.facts.signals
	pipeline.facts.samplePercent != null
]
