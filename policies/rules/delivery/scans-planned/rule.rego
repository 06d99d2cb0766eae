# METADATA
# title: The plan names the kinds of scans that the pipelines run
# description: >-
#   Whoever reads the plan believes that what it does not list is not looked for, and buys or builds it a second time. A
#   scan that nobody planned is also the first that is taken out. Judged only where the plan lists scans.
# custom:
#   severity: note
#   applies_to: [pipeline]
#   uses: [plan, pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [RA-5]
#     iso-27001: [A.8.8]
#   remediation: List the kind of scan in the plan under security.scanning.
package planproof.rules.delivery["scans-planned"]

import data.planproof.lib.finding

violation contains finding.about(pipeline, ["checks", i, "by"], message, [stated]) if {
	some plan in _planned
	some detail in {check.detail | some [_, _, check] in _scans}
	not detail in plan.facts.scans
	[pipeline, i, check] := [one | some one in _scans; one[2].detail == detail][0]
	message := sprintf("%s scans for what the plan does not list: %s.", [check.by, detail])
	stated := finding.place(plan, ["scans"], "The planned scans.")
}

examined contains finding.examined(pipeline) if {
	count(_planned) > 0
	some [pipeline, _, _] in _scans
}

_planned := [plan |
	some plan in input.subjects.plan
	count(plan.facts.scans) > 0
]

_scans := [[pipeline, i, check] |
	some pipeline in input.subjects.pipeline
	some i, check in pipeline.facts.checks
	check.kind == "scan"
	check.detail != ""
]
