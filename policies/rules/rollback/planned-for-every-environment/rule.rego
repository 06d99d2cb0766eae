# METADATA
# title: The plan states how each environment goes back
# description: >-
#   Under pressure nobody invents a safe way back. For each environment that is deployed to, the plan must
#   state the mechanism, and for production the procedure that people follow.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [rollback]
#   required: true
#   controls:
#     nist-800-53: [CP-10, CM-2(3), CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     pci-dss: ["6.5.1"]
#   statements:
#     - delivery.environments.<name>.rollback.mechanism
#     - delivery.environments.<name>.rollback.procedure
#   remediation: State delivery.environments.<name>.rollback in the plan, with mechanism and procedure.
package planproof.rules.rollback["planned-for-every-environment"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["rollbackMechanism"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.rollbackMechanism == null
	message := sprintf("The plan does not state how environment %s goes back to the former version.", [environment.name])
}

violation contains finding.at(environment, ["rollbackProcedure"], message) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.production == true
	is_null(environment.facts.rollbackProcedure)
	message := sprintf("The plan names no rollback procedure for environment %s.", [environment.name])
}
