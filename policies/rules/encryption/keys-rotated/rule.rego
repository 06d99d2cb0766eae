# METADATA
# title: Keys rotate by themselves
# description: >-
#   The longer a key is in use, the more is lost with it. The platforms rotate symmetric keys without any work, and keep
#   the old versions for what they encrypted. AWS does so every year unless told otherwise; for Google Cloud the CIS
#   benchmark asks for 90 days.
# related_resources:
#   - ref: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
#     description: Rotating AWS KMS keys
#   - ref: https://cloud.google.com/kms/docs/key-rotation
#     description: Key rotation in Cloud KMS
# custom:
#   severity: warning
#   applies_to: [key]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-12]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   remediation: Turn on automatic rotation, every year at AWS and every 90 days at Google Cloud.
package planproof.rules.encryption["keys-rotated"]

import data.planproof.lib.finding

violation contains finding.at(key, ["rotationDays"], message) if {
	some key in input.subjects.key
	key.facts.rotationDays == 0
	message := sprintf("Key %s never rotates.", [key.name])
}

violation contains finding.at(key, ["rotationDays"], message) if {
	some key in input.subjects.key
	days := key.facts.rotationDays
	is_number(days)
	days > _most[key.facts.provider]
	message := sprintf("Key %s rotates every %d days only.", [key.name, floor(days)])
}

undecided contains finding.undecided(key, ["rotationDays"]) if some key in input.subjects.key

examined contains finding.examined(key) if {
	some key in input.subjects.key
	key.facts.rotationDays != null
}

_most := {"aws": 365, "azure": 365, "gcp": 90}
