# METADATA
# title: The pipelines run the planned security scans
# description: >-
#   The plan lists the scans that a release has to pass. A scan that no pipeline runs, or whose result cannot
#   fail the pipeline, leaves open what the plan says is closed.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [pipeline]
#   criteria: [security-compliance, delivery-pipeline]
#   controls:
#     nist-800-53: [RA-5, SA-11(1)]
#     cis-controls: ["16.12"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8]
#   statements:
#     - security.scanning
#   remediation: Add a step for the scan that is missing, and let it fail the pipeline.
package planproof.rules.delivery["scans-as-planned"]

import data.planproof.lib.finding

_run contains stage.detail if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	stage.kind == "scan"
	stage.blocking == true
}

violation contains finding.at(plan, ["scans"], message) if {
	some plan in input.subjects.plan
	some scan in plan.facts.scans
	not scan in _run
	message := sprintf("The plan asks for scans of kind %s, and no pipeline runs one that can fail it.", [scan])
}

undecided contains finding.undecided_because(plan, ["scans"], "no pipeline is among the files") if {
	some plan in input.subjects.plan
	count(input.subjects.pipeline) == 0
	count(plan.facts.scans) > 0
}
