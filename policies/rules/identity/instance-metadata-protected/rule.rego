# METADATA
# title: The metadata service asks for a session token
# description: >-
#   Whoever can make an instance fetch a URL reads the credentials of its role from the metadata service, unless
#   that answers only requests that first got a session token (version 2). Instances from images of Amazon Linux
#   2023 ask for it by themselves.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#     description: Instance metadata service
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["4.1"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.9]
#   remediation: Require session tokens in the metadata options, or turn the metadata service off.
package planproof.rules.identity["instance-metadata-protected"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["metadataOpen"], message) if {
	some instance in input.subjects.instance
	instance.facts.metadataOpen == true
	message := sprintf("Instance %s does not require a session token for metadata requests.", [instance.name])
}

undecided contains finding.undecided(instance, ["metadataOpen"]) if {
	some instance in input.subjects.instance
}
