# METADATA
# title: Tags of images stay where they are
# description: >-
#   Who can push to a repository with mutable tags can put other code under a version that was tested and
#   approved; going back to a version may then bring something else.
# custom:
#   severity: note
#   applies_to: [registry]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CM-2, SI-7]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.artifacts.immutable
#   remediation: Make tags immutable, and give each build its own.
package planproof.rules["supply-chain"]["registry-tags-immutable"]

import data.planproof.lib.finding

violation contains finding.at(registry, ["tagsImmutable"], message) if {
	some registry in input.subjects.registry
	registry.facts.tagsImmutable == false
	message := sprintf("Repository %s lets tags move to other images.", [registry.name])
}

undecided contains finding.undecided(registry, ["tagsImmutable"]) if {
	some registry in input.subjects.registry
}

examined contains finding.examined(registry) if {
	some registry in input.subjects.registry
	registry.facts.tagsImmutable != null
}
