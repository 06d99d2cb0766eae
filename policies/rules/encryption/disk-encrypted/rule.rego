# METADATA
# title: Disks are encrypted at rest
# description: >-
#   A volume outlives its machine, in snapshots and in copies that others make. EC2 and WorkSpaces do not encrypt volumes
#   unless told to, for each volume or for the whole region; Azure and Google Cloud do it by themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
#     description: Amazon EBS encryption
#   - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default
#     description: Encryption by default of all volumes of a region
# custom:
#   severity: error
#   applies_to: [disk]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Encrypt the volume, or turn on encryption by default in the region.
package planproof.rules.encryption["disk-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(disk, ["encrypted"], message) if {
	some disk in input.subjects.disk
	disk.facts.encrypted == false
	message := sprintf("Encryption is not turned on for %s.", [disk.name])
}

undecided contains finding.undecided(disk, ["encrypted"]) if {
	some disk in input.subjects.disk
}
