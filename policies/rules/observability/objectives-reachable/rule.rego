# METADATA
# title: Objectives leave something to fail
# description: >-
#   An objective of 100 percent is broken by the first failure and then tells nobody anything; one of a fraction
#   of a percent is never broken. Targets are written as a part of one in some systems and as percent in others,
#   and a target in the wrong measure is one or the other.
# custom:
#   severity: error
#   applies_to: [objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   remediation: State a target below 100 percent, in the measure of its system, as 99.9 percent or as 0.999.
package planproof.rules.observability["objectives-reachable"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["target"], message) if {
	some objective in input.subjects.objective
	problem := _problem(objective.facts.target)
	message := sprintf("Objective %s %s.", [objective.name, problem])
}

undecided contains finding.undecided(objective, ["target"]) if some objective in input.subjects.objective

_problem(null) := "states no target"

_problem(target) := sprintf("promises %v percent, which leaves nothing to fail", [target]) if {
	is_number(target)
	target >= 100
}

# Nobody promises that less than one request in a hundred is good: it is a part of one.
_problem(target) := sprintf("promises %v percent, which is never broken", [target]) if {
	is_number(target)
	target < 1
}
