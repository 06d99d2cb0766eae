# METADATA
# title: Object stores keep old versions
# description: >-
#   What is overwritten or deleted by mistake, by a faulty release or by ransomware is gone at once, unless the store
#   keeps the versions before.
# custom:
#   severity: note
#   applies_to: [object-store]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9]
#     cis-controls: ["11.2"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Turn versioning on, with a rule that deletes old versions after a while.
package planproof.rules.recovery["object-store-versioned"]

import data.planproof.lib.finding

violation contains finding.at(store, ["versioned"], message) if {
	some store in input.subjects["object-store"]
	store.facts.versioned == false
	message := sprintf("Object store %s keeps no old versions.", [store.name])
}

undecided contains finding.undecided(store, ["versioned"]) if some store in input.subjects["object-store"]
