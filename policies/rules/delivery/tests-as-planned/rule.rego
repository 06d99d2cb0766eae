# METADATA
# title: The pipelines run the planned tests
# description: >-
#   The plan lists the kinds of tests that a release has to pass. A kind that no pipeline runs, or that
#   cannot fail the pipeline, protects nobody.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [pipeline]
#   criteria: [delivery-pipeline, devops-practices]
#   controls:
#     nist-800-53: [SA-11, CM-3(2)]
#     cis-controls: ["16.12"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.29]
#   statements:
#     - delivery.tests
#   remediation: Add a step for the kind of test that is missing, and let it fail the pipeline.
package planproof.rules.delivery["tests-as-planned"]

import data.planproof.lib.finding

_run contains stage.detail if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	stage.kind in {"test", "verify"}
	stage.blocking == true
}

violation contains finding.at(plan, ["tests"], message) if {
	some plan in input.subjects.plan
	some test in plan.facts.tests
	not test in _run
	message := sprintf("The plan asks for %s tests, and no pipeline runs them so that they can fail it.", [test])
}

undecided contains finding.undecided_because(plan, ["tests"], "no pipeline is among the files") if {
	some plan in input.subjects.plan
	count(input.subjects.pipeline) == 0
	count(plan.facts.tests) > 0
}
