# METADATA
# title: Providers are held to a version
# description: >-
#   Without a lock file or an upper bound, the next run takes the newest provider there is, a new major version too,
#   which may do other things with the same code. The lock file also holds the provider's hashes.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/files/dependency-lock
#     description: Dependency lock file
# custom:
#   severity: warning
#   applies_to: [code-dependency]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-2, SR-3]
#     cis-controls: ["16.5"]
#     soc2: [CC8.1]
#     iso-27001: [A.5.21]
#   statements:
#     - infrastructure.versions.providersPinned
#   remediation: Commit .terraform.lock.hcl, and state a version with an upper bound.
package planproof.rules["supply-chain"]["providers-pinned"]

import data.planproof.lib.finding

_providers := [provider |
	some provider in input.subjects["code-dependency"]
	provider.facts.type == "provider"
]

violation contains finding.at(provider, ["version"], message) if {
	some provider in _providers
	provider.facts.pinned == false
	message := _message(provider)
}

_message(provider) := sprintf("%s may be of any version, and no lock file holds it.", [provider.name]) if {
	provider.facts.version == null
}

_message(provider) := sprintf("%s may be of any version %s, and no lock file holds it.", [provider.name, provider.facts.version]) if {
	is_string(provider.facts.version)
}

undecided contains finding.undecided(provider, ["pinned"]) if some provider in _providers

examined contains finding.examined(provider) if {
	some provider in _providers
	provider.facts.pinned != null
}
