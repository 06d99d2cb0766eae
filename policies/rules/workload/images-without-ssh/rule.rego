# METADATA
# title: Images do not offer SSH
# description: >-
#   A container with a server for SSH has a way in beside its own: keys and passwords in the image, logins that
#   nobody records, and changes that no release made.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-7, AC-17]
#     iso-27001: [A.8.9]
#   remediation: Remove the server; look into a container by the means of what runs it.
package planproof.rules.workload["images-without-ssh"]

import data.planproof.lib.finding

violation contains finding.at(build, ["ports", i, "port"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.ports
	one.port == 22
	message := sprintf("The image of %s offers SSH on port 22.", [build.name])
}
