# METADATA
# title: Images are scanned when they are pushed
# description: >-
#   Known holes in an image are found for nothing when it arrives in the registry, and in production at a price.
# custom:
#   severity: warning
#   applies_to: [registry]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [RA-5, SI-2]
#     cis-controls: ["7.5"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8]
#   remediation: Turn on scanning on push for the repository, or for the whole registry.
package planproof.rules["supply-chain"]["registry-scanned"]

import data.planproof.lib.finding

violation contains finding.at(registry, ["scanned"], message) if {
	some registry in input.subjects.registry
	registry.facts.scanned == false
	message := sprintf("Repository %s does not scan images that are pushed.", [registry.name])
}

undecided contains finding.undecided(registry, ["scanned"]) if {
	some registry in input.subjects.registry
}

examined contains finding.examined(registry) if {
	some registry in input.subjects.registry
	registry.facts.scanned != null
}
