# METADATA
# title: Modules of others are taken at a version
# description: >-
#   Without a version, or from a branch, the next run takes whatever its publishers have put there since: changes
#   that nobody here has looked at reach production, and an old state cannot be built again.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/modules/sources
#     description: Module sources
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
#     - infrastructure.versions.modulesPinned
#   remediation: State a version with an upper bound, or a tag or commit as ref of a git source.
package planproof.rules["supply-chain"]["modules-pinned"]

import data.planproof.lib.finding

_modules := [module |
	some module in input.subjects["code-dependency"]
	module.facts.type == "module"
]

violation contains finding.at(module, ["version"], message) if {
	some module in _modules
	module.facts.pinned == false
	message := _message(module)
}

_message(module) := sprintf("%s takes whatever is newest of its source.", [module.name]) if {
	module.facts.version == null
}

_message(module) := sprintf("%s takes %s of its source, which moves.", [module.name, module.facts.version]) if {
	is_string(module.facts.version)
}

undecided contains finding.undecided(module, ["pinned"]) if some module in _modules

examined contains finding.examined(module) if some module in _modules
