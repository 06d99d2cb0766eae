# METADATA
# title: Images do not run as root
# description: >-
#   What runs as root inside a container is root on the machine as soon as it escapes, and may change everything
#   that the container has. An image that names another user is safe for whoever runs it, without a setting that
#   somebody may forget.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2]
#   remediation: Make a user for it, and name that user with USER in the last stage.
package planproof.rules.workload["images-not-root"]

import data.planproof.lib.finding

violation contains finding.at(build, ["root"], message) if {
	some build in input.subjects["image-build"]
	build.facts.root == true
	message := sprintf("The image of %s runs as root.", [build.name])
}

undecided contains finding.undecided(build, ["root"]) if some build in input.subjects["image-build"]
