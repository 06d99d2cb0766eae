# METADATA
# title: Objectives are measured as the plan states them
# description: >-
#   What the plan promises is kept by what is measured. A target or a window that differs means that one of them
#   is out of date, and that reports speak of another promise than the one that was made.
# custom:
#   severity: warning
#   applies_to: [plan-objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   statements:
#     - observability.objectives[]
#   shown_by: [found]
#   remediation: Write the objective of the plan in the files, with its target and window, or correct the plan.
package planproof.rules.observability["objectives-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["found"], message) if {
	some objective in input.subjects["plan-objective"]
	objective.facts.found == []
	message := sprintf("No objective in the files is about the %s of %s.", [objective.facts.signal, objective.facts.component])
}

violation contains finding.at(objective, ["foundTargets"], message) if {
	some objective in input.subjects["plan-objective"]
	found := objective.facts.foundTargets
	count(found) > 0
	not objective.facts.target in found
	message := sprintf("%s is planned at %v percent and measured against %s.", [
		objective.name, objective.facts.target,
		_listed(found),
	])
}

violation contains finding.at(objective, ["foundWindowHours"], message) if {
	some objective in input.subjects["plan-objective"]
	planned := objective.facts.windowHours
	is_number(planned)
	found := objective.facts.foundWindowHours
	count(found) > 0
	not planned in found
	message := sprintf("%s is planned over %v hours and measured over %s.", [objective.name, planned, _listed(found)])
}

undecided contains finding.undecided(objective, [fact]) if {
	some objective in input.subjects["plan-objective"]
	some fact in ["found", "foundTargets", "foundWindowHours"]
	_asked(objective, fact)
}

_asked(_, fact) if fact != "foundWindowHours"

_asked(objective, "foundWindowHours") if is_number(objective.facts.windowHours)

_listed(numbers) := concat(" and ", [format_int(number, 10) | some number in numbers]) if {
	every number in numbers { number == floor(number) }
}

_listed(numbers) := concat(" and ", [sprintf("%v", [number]) | some number in numbers]) if {
	some number in numbers
	number != floor(number)
}
