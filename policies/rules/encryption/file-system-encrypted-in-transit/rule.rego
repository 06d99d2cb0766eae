# METADATA
# title: File systems are mounted with encryption in transit
# description: >-
#   NFS sends files as they are, so that whoever listens in the network reads them. ECS mounts EFS without TLS unless the
#   task's volume asks for it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html
#     description: EFS volumes in task definitions
# custom:
#   severity: error
#   applies_to: [file-system]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.10"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Turn on transit encryption of the volume.
package planproof.rules.encryption["file-system-encrypted-in-transit"]

import data.planproof.lib.finding

violation contains finding.at(mount, ["encryptedInTransit"], message) if {
	some mount in input.subjects["file-system"]
	mount.facts.encryptedInTransit == false
	message := sprintf("%s mounts a file system without encryption in transit.", [mount.name])
}

undecided contains finding.undecided(mount, ["encryptedInTransit"]) if {
	some mount in input.subjects["file-system"]
}

examined contains finding.examined(files) if {
	some files in input.subjects["file-system"]
	files.facts.encryptedInTransit != null
}
