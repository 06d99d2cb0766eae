# METADATA
# title: The planned scanners run, and stop what the plan says
# description: >-
#   The plan says what scans for what, and from which severity on a finding stops a release. Another scanner finds other
#   things; one that lets more pass than planned lets through what the plan says is stopped.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [pipeline]
#   criteria: [security-compliance, delivery-pipeline]
#   controls:
#     nist-800-53: [RA-5, SA-11(1)]
#     cis-controls: ["16.12"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8]
#   statements:
#     - security.scanners[]
#   remediation: Run the planned scanner and let it fail from the planned severity on, or correct security.scanners in the plan.
package planproof.rules.delivery["scanners-as-planned"]

import data.planproof.lib.finding

_severities := {"low": 1, "medium": 2, "high": 3, "critical": 4}

violation contains finding.at(plan, ["scanners", i, "tool"], message) if {
	some [plan, i, scanner] in _planned
	is_string(scanner.tool)
	count(_checks) > 0
	count(_own(scanner)) == 0
	message := sprintf("The plan scans with %s (%s), which no pipeline runs.", [scanner.tool, scanner.type])
}

violation contains finding.about(pipeline, ["checks", j, "failsFrom"], message, [stated]) if {
	some [plan, i, scanner] in _planned
	is_string(scanner.failOn)
	some pipeline in input.subjects.pipeline
	some j, check in pipeline.facts.checks
	check in _judged(scanner)
	_severities[check.failsFrom] > _severities[scanner.failOn]
	every other in _judged(scanner) { not _strict(other, scanner) }
	message := sprintf("%s fails from severity %s on; the plan stops a release from %s on.", [check.by, check.failsFrom, scanner.failOn])
	stated := finding.place(plan, ["scanners", i, "failOn"], "The planned severity.")
}

undecided contains finding.undecided_because(plan, ["scanners", i, "tool"], "no pipeline is among the files") if {
	some [plan, i, _] in _planned
	count(input.subjects.pipeline) == 0
}

undecided contains finding.undecided_because(pipeline, ["checks", j, "failsFrom"], check.failsFrom.unknown) if {
	some [_, _, scanner] in _planned
	is_string(scanner.failOn)
	some pipeline in input.subjects.pipeline
	some j, check in pipeline.facts.checks
	check in _judged(scanner)
	every other in _judged(scanner) { not _strict(other, scanner) }
}

examined contains finding.examined(plan) if some [plan, _, _] in _planned

_planned := [[plan, i, scanner] |
	some plan in input.subjects.plan
	some i, scanner in plan.facts.scanners
]

_checks := [check |
	some pipeline in input.subjects.pipeline
	some check in pipeline.facts.checks
	check.kind == "scan"
]

_own(scanner) := [check |
	some check in _checks
	contains(_plain(check.by), _plain(scanner.tool))
]

# Those of the kind, by the tool where the plan names one.
_judged(scanner) := [check |
	some check in _checks
	check.detail == scanner.type
	_by(check, scanner)
]

_by(_, scanner) if scanner.tool == null

_by(check, scanner) if contains(_plain(check.by), _plain(scanner.tool))

_strict(check, _) if check.failsFrom == null

_strict(check, scanner) if _severities[check.failsFrom] <= _severities[scanner.failOn]

_plain(name) := regex.replace(lower(name), "[^a-z0-9]", "")
