# METADATA
# title: Infrastructure state is kept as planned
# description: >-
#   The plan promises where the state of the infrastructure is kept, and that it is locked and encrypted. Code that keeps it
#   elsewhere, or without these, breaks the promise for everyone who shares the environment.
# custom:
#   severity: error
#   applies_to: [state-backend]
#   uses: [plan]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2(3), SC-28, CP-9]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.13]
#   statements:
#     - infrastructure.state.backend
#   remediation: Configure the planned backend, or state the real one in the plan under infrastructure.state.
package planproof.rules.delivery["state-as-planned"]

import data.planproof.lib.finding

_promises := {"stateLocked": "locked", "stateEncrypted": "encrypted"}

violation contains finding.about(backend, ["type"], message, [stated]) if {
	some plan in input.subjects.plan
	some backend in input.subjects["state-backend"]
	is_string(plan.facts.stateBackend)
	is_string(backend.facts.type)
	backend.facts.type != plan.facts.stateBackend
	message := sprintf("The state of %s is planned in %s and kept in %s.", [backend.name, plan.facts.stateBackend, backend.facts.type])
	stated := finding.place(plan, ["stateBackend"], "The planned backend.")
}

violation contains finding.about(backend, [fact], message, [stated]) if {
	some plan in input.subjects.plan
	some backend in input.subjects["state-backend"]
	some promise, fact in _promises
	plan.facts[promise] == true
	backend.facts[fact] == false
	message := sprintf("The state of %s is planned to be %s, and is not.", [backend.name, fact])
	stated := finding.place(plan, [promise], "The plan's promise.")
}

undecided contains finding.undecided(backend, ["type"]) if {
	some plan in input.subjects.plan
	is_string(plan.facts.stateBackend)
	some backend in input.subjects["state-backend"]
}

examined contains {"kind": backend.kind, "id": backend.id} if {
	some plan in input.subjects.plan
	is_string(plan.facts.stateBackend)
	some backend in input.subjects["state-backend"]
}
