# METADATA
# title: Nobody shares a password of the registry
# description: >-
#   The admin account of a container registry is one user and password for pulling and pushing everything. It
#   cannot be limited, and nobody knows who used it.
# custom:
#   severity: warning
#   applies_to: [registry]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-2, IA-2]
#     cis-controls: ["5.4"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.16]
#   remediation: Turn the admin account off, and give roles to the identities that pull and push.
package planproof.rules.identity["registry-password-off"]

import data.planproof.lib.finding

violation contains finding.at(registry, ["sharedPassword"], message) if {
	some registry in input.subjects.registry
	registry.facts.sharedPassword == true
	message := sprintf("Registry %s has its admin account turned on.", [registry.name])
}

undecided contains finding.undecided(registry, ["sharedPassword"]) if {
	some registry in input.subjects.registry
}
