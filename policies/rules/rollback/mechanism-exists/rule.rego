# METADATA
# title: The planned way back exists in the files
# description: >-
#   A rollback that is only written down fails when it is needed. The mechanism that the plan names must be
#   found where it would work: a step of the pipeline, a rollout with analysis, a deployment service.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   criteria: [rollback, delivery-pipeline]
#   required: true
#   controls:
#     nist-800-53: [CP-10, CM-2(3)]
#     cis-controls: ["11.1"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   statements:
#     - delivery.environments.<name>.rollback.mechanism
#   shown_by: [foundRollbacks]
#   remediation: Build the mechanism into the pipeline or the workloads, or state the real one in the plan.
package planproof.rules.rollback["mechanism-exists"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["rollbackMechanism"], message) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.rollbackMechanism)
	is_array(environment.facts.foundRollbacks)
	not environment.facts.rollbackMechanism in environment.facts.foundRollbacks
	message := sprintf("Environment %s is planned to go back by %s; the files have %s.", [environment.name, environment.facts.rollbackMechanism, _listed(environment.facts.foundRollbacks)])
}

undecided contains finding.undecided(environment, ["foundRollbacks"]) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.rollbackMechanism)
}

examined contains {"kind": environment.kind, "id": environment.id} if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.rollbackMechanism)
}

_listed(mechanisms) := concat(", ", mechanisms) if count(mechanisms) > 0

_listed([]) := "no way back for it"
