# METADATA
# title: The pipelines have the planned stages, and the plan has theirs
# description: >-
#   The plan says which stages a release goes through, and which of them stop it. A stage that no pipeline has, or whose
#   failure stops nothing, leaves a gap that the plan's readers do not see; what is deployed without a stage of the plan
#   goes past them. Tests, scans and environments are held against the pipelines by rules of their own.
# custom:
#   severity: warning
#   applies_to: [plan, plan-environment]
#   uses: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3, SA-15]
#     soc2: [CC8.1]
#     iso-27001: [A.8.25, A.8.32]
#   statements:
#     - delivery.stages[]
#   remediation: Give the pipeline the stage and let it fail the run, or correct delivery.stages in the plan.
package planproof.rules.delivery["stages-as-planned"]

import data.planproof.lib.finding

# Those that commands and actions tell for sure; the others have many names.
_told := {"build", "test", "scan", "sign", "verify"}

violation contains finding.at(plan, ["stages", i, "kind"], message) if {
	some [plan, i, stage] in _planned
	count(input.subjects.pipeline) > 0
	count(_found(stage.kind)) == 0
	message := sprintf("Stage %s of the plan is to %s, which no pipeline does.", [stage.name, stage.kind])
}

violation contains finding.at(plan, ["stages", i, "blocking"], message) if {
	some [plan, i, stage] in _planned
	stage.blocking == true
	count(_found(stage.kind)) > 0
	every found in _found(stage.kind) { found.blocking == false }
	message := sprintf("Stage %s of the plan stops a release that fails it; in the pipelines nothing does that.", [stage.name])
}

violation contains finding.about(environment, ["deployed"], message, []) if {
	some plan in input.subjects.plan
	count(plan.facts.stages) > 0
	some environment in input.subjects["plan-environment"]
	environment.facts.deployed == false
	is_array(environment.facts.foundDeployJobs)
	count(environment.facts.foundDeployJobs) > 0
	message := sprintf("The pipelines deploy to environment %s, and the plan has no stage that does.", [environment.name])
}

undecided contains finding.undecided_because(plan, ["stages", i, "kind"], "no pipeline is among the files") if {
	some [plan, i, _] in _planned
	count(input.subjects.pipeline) == 0
}

undecided contains finding.undecided_because(plan, ["stages", i, "blocking"], found.blocking.unknown) if {
	some [plan, i, stage] in _planned
	stage.blocking == true
	some found in _found(stage.kind)
	every other in _found(stage.kind) { not other.blocking == true }
}

examined contains finding.examined(plan) if some [plan, _, _] in _planned

examined contains finding.examined(environment) if {
	some plan in input.subjects.plan
	count(plan.facts.stages) > 0
	some environment in input.subjects["plan-environment"]
	is_array(environment.facts.foundDeployJobs)
}

_planned := [[plan, i, stage] |
	some plan in input.subjects.plan
	some i, stage in plan.facts.stages
	stage.kind in _told
]

_found(kind) := [stage |
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	_is(stage.kind, kind)
]

_is(found, kind) if found == kind

# What a smoke test verifies is called a test as well.
_is("test", "verify")

_is("package", "build")
