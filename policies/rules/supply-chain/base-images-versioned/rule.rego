# METADATA
# title: Images are made from images with a version
# description: >-
#   An image that is made from one without a tag, or with the tag latest, is something else tomorrow: the same code
#   gives another image, a fault comes in that nobody changed anything for, and going back to how it was made is
#   impossible.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CM-2, SR-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Name the image by a version or, better, by its digest.
package planproof.rules["supply-chain"]["base-images-versioned"]

import data.planproof.lib.finding

violation contains finding.at(build, ["bases", i, "image"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.bases
	_moving(one.image)
	message := sprintf("%s is made from %s, which is another image tomorrow.", [build.name, one.image])
}

undecided contains finding.undecided(build, ["bases", i, "image"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.bases
}

_moving(image) if {
	is_string(image)
	image != ""
	not contains(image, "@sha256:")
	name := regex.replace(image, `^.*/`, "")
	not contains(name, ":")
}

_moving(image) if {
	is_string(image)
	endswith(image, ":latest")
}
