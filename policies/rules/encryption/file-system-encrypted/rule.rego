# METADATA
# title: File systems are encrypted at rest
# description: >-
#   What machines share in a file system lies on disks of the provider. EFS encrypts it when it is created so, and never
#   afterwards; the other services always do.
# related_resources:
#   - ref: https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
#     description: Encrypting data at rest in Amazon EFS
# custom:
#   severity: error
#   applies_to: [file-system]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Create the file system with encryption on, and copy the files of one that exists.
package planproof.rules.encryption["file-system-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(file_system, ["encrypted"], message) if {
	some file_system in input.subjects["file-system"]
	file_system.facts.encrypted == false
	message := sprintf("File system %s is not encrypted at rest.", [file_system.name])
}

undecided contains finding.undecided(file_system, ["encrypted"]) if {
	some file_system in input.subjects["file-system"]
}

examined contains finding.examined(files) if {
	some files in input.subjects["file-system"]
	files.facts.encrypted != null
}
