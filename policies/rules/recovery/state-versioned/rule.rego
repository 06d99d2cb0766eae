# METADATA
# title: Old versions of infrastructure state can be had back
# description: >-
#   State that was written half, or by mistake, or by an attacker, is lost with everything that it knew, and
#   rebuilding it by hand takes days. A store that keeps old versions gives back the one before.
# custom:
#   severity: warning
#   applies_to: [state-backend]
#   uses: [object-store]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CM-2(3)]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Turn on versioning of the bucket or storage account that holds the state.
package planproof.rules.recovery["state-versioned"]

import data.planproof.lib.finding

violation contains finding.about(store, ["versioned"], message, [finding.place(backend, ["store"], "It holds this state")]) if {
	some backend in input.subjects["state-backend"]
	some store in _stores[backend.facts.store]
	store.facts.versioned == false
	message := sprintf("%s holds the state of %s, and keeps no old versions.", [store.name, backend.name])
}

undecided contains finding.undecided(backend, ["store"]) if some backend in input.subjects["state-backend"]

undecided contains finding.undecided_because(backend, ["store"], reason) if {
	some backend in input.subjects["state-backend"]
	is_string(backend.facts.store)
	not _stores[backend.facts.store]
	reason := sprintf("%s is not among the files", [backend.facts.store])
}

undecided contains finding.undecided_because(backend, ["store"], store.facts.versioned.unknown) if {
	some backend in input.subjects["state-backend"]
	some store in _stores[backend.facts.store]
}

examined contains finding.examined(backend) if {
	some backend in input.subjects["state-backend"]
	backend.facts.store != null
}

# By the names that backends call them by.
_stores[name] contains store if {
	some store in input.subjects["object-store"]
	name := store.facts.storeName
	is_string(name)
	name in _wanted
}

_wanted contains backend.facts.store if some backend in input.subjects["state-backend"]
