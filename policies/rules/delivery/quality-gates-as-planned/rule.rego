# METADATA
# title: The pipelines hold releases to the planned quality gates
# description: >-
#   A gate of the plan is a promise that a release which misses it does not go out. Where no pipeline measures it, or its
#   limit is lower than planned, releases go out that the plan says are stopped. Limits in a tool's own configuration or
#   on a server are not told by the pipeline.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [SA-11, CM-3(2)]
#     cis-controls: ["16.12"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.29]
#   statements:
#     - delivery.qualityGates[]
#   remediation: Add the check with its limit to the pipeline, or correct delivery.qualityGates in the plan.
package planproof.rules.delivery["quality-gates-as-planned"]

import data.planproof.lib.finding

# What measures it, as stages of pipelines.
_measures := {
	"test-results": {["test", "unit"], ["test", "integration"], ["test", "e2e"], ["test", "smoke"], ["test", ""]},
	"coverage": {["test", "unit"], ["test", "integration"], ["test", "e2e"], ["test", ""]},
	"vulnerabilities": {["scan", "dependencies"], ["scan", "container"]},
	"licenses": {["scan", "licenses"]},
	"performance": {["test", "performance"]},
	"code-quality": {["scan", "sast"]},
}

violation contains finding.at(plan, ["qualityGates", i, "measure"], message) if {
	some [plan, i, gate] in _planned
	count(input.subjects.pipeline) > 0
	count(_stages(gate)) == 0
	message := sprintf("Quality gate %s of the plan is about %s, which no pipeline measures.", [gate.name, gate.measure])
}

violation contains finding.about(pipeline, ["checks", j, "coverage"], message, [stated]) if {
	some [plan, i, gate] in _limited
	some [pipeline, j, check] in _covering
	check.coverage < gate.atLeast
	every other in _covering { other[2].coverage < gate.atLeast }
	message := sprintf("%s lets a coverage of %v percent pass; the plan asks for %v.", [check.by, check.coverage, gate.atLeast])
	stated := finding.place(plan, ["qualityGates", i, "atLeast"], "The planned limit.")
}

undecided contains finding.undecided_because(plan, ["qualityGates", i, "measure"], "no pipeline is among the files") if {
	some [plan, i, _] in _planned
	count(input.subjects.pipeline) == 0
}

undecided contains finding.undecided_because(plan, ["qualityGates", i, "atLeast"], reason) if {
	some [plan, i, gate] in _limited
	count(_stages(gate)) > 0
	count(_covering) == 0
	reason := "no command states a limit; that may stand in the configuration of a tool or on a server"
}

examined contains finding.examined(plan) if some [plan, _, _] in _planned

_planned := [[plan, i, gate] |
	some plan in input.subjects.plan
	some i, gate in plan.facts.qualityGates
	gate.blocking == true
	_measures[gate.measure]
]

_limited := [[plan, i, gate] |
	some [plan, i, gate] in _planned
	gate.measure == "coverage"
	is_number(gate.atLeast)
]

_stages(gate) := [stage |
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	[stage.kind, stage.detail] in _measures[gate.measure]
]

_covering := [[pipeline, j, check] |
	some pipeline in input.subjects.pipeline
	some j, check in pipeline.facts.checks
	is_number(check.coverage)
]
