# METADATA
# title: Tests pass before production is deployed
# description: >-
#   A deploy that does not wait for tests puts in front of customers what nobody has tried. The tests must be
#   in the way: needed by the deploy job, and able to fail it.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   uses: [pipeline]
#   criteria: [delivery-pipeline, devops-practices]
#   required: true
#   controls:
#     nist-800-53: [CM-3(2), SA-11]
#     cis-controls: ["16.12"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.29]
#     pci-dss: ["6.5.1"]
#   statements:
#     - delivery.tests
#   remediation: Let the deploy job need a job that runs the tests and may not fail.
package planproof.rules.delivery["deploy-tested"]

import data.planproof.lib.finding

violation contains finding.at(job, ["testedBefore"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.testedBefore == false
	message := sprintf("Deploy job %s does not wait for %s.", [job.name, _awaited(job)])
}

_awaited(job) := "tests that can fail it" if job.facts.pipeline in _advisory

_awaited(job) := "tests" if not job.facts.pipeline in _advisory

# Pipelines with one whose failure is passed over.
_advisory contains pipeline.id if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	stage.kind == "test"
	stage.blocking == false
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.testedBefore == true
	some fact in ["production", "testedBefore"]
}

examined contains {"kind": job.kind, "id": job.id} if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
