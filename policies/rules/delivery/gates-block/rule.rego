# METADATA
# title: Tests and scans stop what they find
# description: >-
#   A test or scan whose failure is ignored shows green whatever it finds. People trust the mark, and what should
#   have been stopped is merged and deployed.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [CM-3(2), SA-11]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Take away what ignores the failure: continue-on-error, allow_failure, || true, a soft-fail flag. Accept
#     single findings in the tool, with a reason.
package planproof.rules.delivery["gates-block"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["stages", i, "blocking"], message) if {
	some pipeline in input.subjects.pipeline
	some i, stage in pipeline.facts.stages
	_gate(stage)
	stage.blocking == false
	not stage.reported
	not _blocks_elsewhere(pipeline, stage)
	message := sprintf("Job %s of %s goes on when its %s fails.", [stage.job, pipeline.name, _named(stage)])
}

undecided contains finding.undecided(pipeline, ["stages", i, "blocking"]) if {
	some pipeline in input.subjects.pipeline
	some i, stage in pipeline.facts.stages
	_gate(stage)
	not _blocks_elsewhere(pipeline, stage)
}

undecided contains finding.undecided_because(pipeline, ["stages", i, "blocking"], reason) if {
	some pipeline in input.subjects.pipeline
	some i, stage in pipeline.facts.stages
	_gate(stage)
	stage.blocking == false
	stage.reported
	not _blocks_elsewhere(pipeline, stage)
	reason := "what it finds is reported, and whether that stops a merge is set outside the files"
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	_gate(stage)
}

_gate(stage) if stage.kind in {"test", "scan"}

# The same kind of check is made again, and stops the job then: `npm audit || true; npm audit --audit-level critical`.
_blocks_elsewhere(pipeline, stage) if {
	some other in pipeline.facts.stages
	other.kind == stage.kind
	other.detail == stage.detail
	other.blocking == true
}

_named(stage) := trim_space(sprintf("%s %s", [stage.detail, stage.kind]))
