# METADATA
# title: Images are named by version
# description: >-
#   An image without a tag, or with the tag latest, is another image tomorrow: the same manifest deploys
#   something else, two nodes run different code, and going back is impossible.
# custom:
#   severity: warning
#   applies_to: [workload]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CM-2, SI-7]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Name the image by a version or by its digest.
package planproof.rules.workload["images-versioned"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["containers", i, "image"], message) if {
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	_moving(container.image)
	message := sprintf("Container %s of %s runs %s, which is another image tomorrow.", [container.name, workload.name, container.image])
}

undecided contains finding.undecided(workload, ["containers", i, "image"]) if {
	some workload in input.subjects.workload
	some i, _ in workload.facts.containers
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
