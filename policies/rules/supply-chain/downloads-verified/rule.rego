# METADATA
# title: What builds fetch is held against a checksum
# description: >-
#   A script that is fetched and run at once, or an archive without a checksum, is whatever the other side sends
#   that day: whoever gets hold of the server, or of the connection, is in the image and in everything that it runs
#   in.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-7, SR-11]
#     soc2: [CC7.1]
#     iso-27001: [A.8.28]
#   remediation: Fetch a version by name, hold it against a checksum that stands in the file, and run it only then.
package planproof.rules["supply-chain"]["downloads-verified"]

import data.planproof.lib.finding

violation contains finding.at(build, ["unverified", i, "what"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.unverified
	message := sprintf("In %s, %s.", [build.name, one.what])
}

undecided contains finding.undecided(build, ["unverified", i, "what"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.unverified
}
