# METADATA
# title: Images are made without sudo
# description: >-
#   Steps of a build run as the user that the file names, root at first: sudo gives them nothing, and a program that
#   makes root of anyone stays in the image for whoever breaks in.
# custom:
#   severity: note
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     iso-27001: [A.8.2]
#   remediation: Name root with USER before steps that need it, and the other user again after them.
package planproof.rules.workload["images-without-sudo"]

import data.planproof.lib.finding

violation contains finding.at(build, ["elevated", i, "what"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.elevated
	message := sprintf("In %s, sudo runs %s.", [build.name, one.what])
}

undecided contains finding.undecided(build, ["elevated", i, "what"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.elevated
}
