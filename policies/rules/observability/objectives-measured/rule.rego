# METADATA
# title: Objectives are measured
# description: >-
#   An objective without an indicator is a wish. One that divides an expression by itself is always kept, or
#   always broken, whatever happens.
# custom:
#   severity: error
#   applies_to: [objective]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [A1.1, CC7.2]
#     iso-27001: [A.8.16]
#   remediation: State what is counted as good or bad, and of what, in two expressions that differ.
package planproof.rules.observability["objectives-measured"]

import data.planproof.lib.finding

violation contains finding.at(objective, ["measure"], message) if {
	some objective in input.subjects.objective
	objective.facts.measure == null
	message := sprintf("Objective %s does not say how it is measured.", [objective.name])
}

violation contains finding.at(objective, ["partIsWhole"], message) if {
	some objective in input.subjects.objective
	objective.facts.partIsWhole == true
	message := sprintf("Objective %s divides an expression by itself.", [objective.name])
}

undecided contains finding.undecided(objective, ["measure"]) if some objective in input.subjects.objective
