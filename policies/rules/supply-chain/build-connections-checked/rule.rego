# METADATA
# title: Builds look whom they talk to
# description: >-
#   With the check of certificates or signatures turned off, anyone on the way can put their own code into the
#   image, and nobody sees it: the build is green.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8, SR-11]
#     pci-dss: ["4.2.1"]
#     iso-27001: [A.8.24]
#   remediation: Leave the checks on; where an own authority signs, add its certificate to the image that builds.
package planproof.rules["supply-chain"]["build-connections-checked"]

import data.planproof.lib.finding

violation contains finding.at(build, ["unchecked", i, "what"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.unchecked
	message := sprintf("In %s, nobody checks the other side: %s.", [build.name, one.what])
}

undecided contains finding.undecided(build, ["unchecked", i, "what"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.unchecked
}
