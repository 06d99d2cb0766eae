# METADATA
# title: What is planned to go back by itself does
# description: >-
#   A plan that counts on an automatic way back has nobody who goes back by hand. Where the files have one that waits for
#   someone, a bad release stays until it is noticed.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-10, "CM-2(3)"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.rollback.automatic
#   shown_by: [foundAutomatic]
#   remediation: Let a failed release, or the alarms on it, start the way back, or state in the plan that someone does.
package planproof.rules.rollback["automatic-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["rollbackAutomatic"], message) if {
	some environment in _automatic
	environment.facts.rollbackMechanism in environment.facts.foundRollbacks
	environment.facts.foundAutomatic == false
	message := sprintf("Environment %s is planned to go back by itself; the files have a %s that someone starts.", [environment.name, environment.facts.rollbackMechanism])
}

undecided contains finding.undecided(environment, [fact]) if {
	some environment in _automatic
	some fact in ["foundRollbacks", "foundAutomatic"]
}

examined contains finding.examined(environment) if some environment in _automatic

_automatic := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.rollbackAutomatic == true
	is_string(environment.facts.rollbackMechanism)
]
