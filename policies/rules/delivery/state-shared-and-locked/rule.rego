# METADATA
# title: Infrastructure state is remote, encrypted and locked
# description: >-
#   State on one disk is lost with the disk and cannot be shared; without a lock two people destroy each
#   other's work; and it holds passwords in plain text. A remote backend with encryption and locking solves
#   all three.
# custom:
#   severity: warning
#   applies_to: [state-backend]
#   criteria: [devops-practices]
#   required: true
#   required_for: [state]
#   controls:
#     nist-800-53: [CM-2(3), SC-28, CP-9]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.13]
#   statements:
#     - infrastructure.state.locked
#     - infrastructure.state.encrypted
#   remediation: Configure a remote backend with encryption and locking.
package planproof.rules.delivery["state-shared-and-locked"]

import data.planproof.lib.finding

violation contains finding.at(backend, ["type"], message) if {
	some backend in input.subjects["state-backend"]
	backend.facts.type == "local"
	message := sprintf("The state of %s is kept on the local disk.", [backend.name])
}

violation contains finding.at(backend, [fact], message) if {
	some backend in input.subjects["state-backend"]
	backend.facts.type != "local"
	some fact in ["encrypted", "locked"]
	backend.facts[fact] == false
	message := sprintf("The state of %s is not %s.", [backend.name, fact])
}

undecided contains finding.undecided(backend, ["type"]) if some backend in input.subjects["state-backend"]

undecided contains finding.undecided(backend, [fact]) if {
	some backend in input.subjects["state-backend"]
	is_string(backend.facts.type)
	backend.facts.type != "local"
	some fact in ["encrypted", "locked"]
}
