# METADATA
# title: The plan states the objectives that are measured
# description: >-
#   An objective of a component that the plan does not state was promised by somebody else than those who sign the
#   plan: what is built to keep it is not in the plan either.
# custom:
#   severity: note
#   applies_to: [objective]
#   uses: [plan-objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   remediation: State the objective in the plan, or remove it.
package planproof.rules.observability["objectives-planned"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["component"], message) if {
	_planned
	some objective in input.subjects.objective
	objective.facts.planned == false
	is_string(objective.facts.component)
	message := sprintf("Objective %s of %s is not in the plan.", [objective.name, objective.facts.component])
}

undecided contains finding.undecided(objective, ["planned"]) if {
	_planned
	some objective in input.subjects.objective
}

examined contains finding.examined(objective) if {
	_planned
	some objective in input.subjects.objective
}

# A plan without objectives leaves them to others.
_planned if count(input.subjects["plan-objective"]) > 0
