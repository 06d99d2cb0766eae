# METADATA
# title: Keys are switched on
# description: >-
#   What a key has encrypted cannot be read while the key is switched off: databases stop, backups cannot be brought
#   back, and whoever finds that out does so in the middle of something else.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
#     description: Enable and disable keys
# custom:
#   severity: warning
#   applies_to: [key]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [SC-12]
#     iso-27001: [A.8.24]
#   remediation: Switch the key on, or delete it once nothing is encrypted with it any more.
package planproof.rules.recovery["keys-switched-on"]

import data.planproof.lib.finding

violation contains finding.at(key, ["enabled"], message) if {
	some key in input.subjects.key
	key.facts.enabled == false
	message := sprintf("Key %s is switched off.", [key.name])
}

undecided contains finding.undecided(key, ["enabled"]) if some key in input.subjects.key

examined contains finding.examined(key) if {
	some key in input.subjects.key
	key.facts.enabled != null
}
