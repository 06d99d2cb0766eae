# METADATA
# title: Batches are made of what is sent
# description: >-
#   What is put into batches first and thrown away afterwards leaves small batches, and a step that asks where a
#   record came from finds the batch instead. Filters, samplers and what adds the names of pods stand before the
#   batch.
# custom:
#   severity: note
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-12]
#     iso-27001: [A.8.15]
#   remediation: Put the batch processor behind filters, samplers and k8s_attributes.
package planproof.rules.observability["telemetry-batched-late"]

import data.planproof.lib.finding

_early := {"filter", "probabilisticsampler", "tailsampling", "k8sattributes"}

violation contains finding.at(pipeline, ["steps", i, "name"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, step in pipeline.facts.steps
	step.type == "batch"
	late := [other | some j, other in pipeline.facts.steps; j > i; replace(other.type, "_", "") in _early]
	message := sprintf("%s makes batches before its step %s.", [pipeline.name, late[0].name])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some step in pipeline.facts.steps
	step.type == "batch"
}
