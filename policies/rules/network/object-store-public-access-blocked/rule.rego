# METADATA
# title: Public access to object stores is blocked
# description: >-
#   A block keeps a store closed whatever an ACL, a policy or a mistake says later. AWS blocks every new bucket by
#   itself; to set only some of its four settings, or to turn one off, takes that away.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#     description: Blocking public access to Amazon S3
# custom:
#   severity: warning
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, SC-7]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.15]
#     pci-dss: ["1.4.2"]
#   remediation: Set all settings that block public access, or leave them to the provider where it blocks by itself.
package planproof.rules.network["object-store-public-access-blocked"]

import data.planproof.lib.finding

violation contains finding.at(store, ["publicAccessBlocked"], message) if {
	some store in input.subjects["object-store"]
	_closed(store)
	store.facts.publicAccessBlocked == false
	message := sprintf("Object store %s can be opened to everyone.", [store.name])
}

undecided contains finding.undecided(store, ["publicAccessBlocked"]) if {
	some store in input.subjects["object-store"]
	_closed(store)
}

examined contains finding.examined(store) if {
	some store in input.subjects["object-store"]
	_closed(store)
	store.facts.publicAccessBlocked != null
}

# What is open already is told by network/object-store-not-public.
_closed(store) if not store.facts.public == true
