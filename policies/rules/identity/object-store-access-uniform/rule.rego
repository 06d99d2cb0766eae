# METADATA
# title: Buckets decide for all of their objects
# description: >-
#   Where each object may have rules of its own, nobody can say who reads a bucket without looking at every
#   object in it, and one upload with the wrong rule is public. Rules of the bucket alone can be read, and
#   audited.
# custom:
#   severity: warning
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Turn uniform bucket-level access on.
package planproof.rules.identity["object-store-access-uniform"]

import data.planproof.lib.finding

violation contains finding.at(store, ["uniformAccess"], message) if {
	some store in input.subjects["object-store"]
	store.facts.uniformAccess == false
	message := sprintf("Objects of %s may have rules of their own.", [store.name])
}

undecided contains finding.undecided(store, ["uniformAccess"]) if {
	some store in input.subjects["object-store"]
}

examined contains finding.examined(store) if {
	some store in input.subjects["object-store"]
	store.facts.uniformAccess != null
}
