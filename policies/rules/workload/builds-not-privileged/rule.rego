# METADATA
# title: Builds run without rights on their machine
# description: >-
#   What a privileged build runs is root on the machine that runs it, so that code of a dependency can leave its
#   container. Only builds that make images or start containers need that.
# custom:
#   severity: warning
#   applies_to: [build-project]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     cis-controls: ["4.1"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.9]
#     owasp-cicd: [CICD-SEC-5]
#   remediation: Switch the privileged mode off, or build images in a project of their own.
package planproof.rules.workload["builds-not-privileged"]

import data.planproof.lib.finding

violation contains finding.at(project, ["privileged"], message) if {
	some project in input.subjects["build-project"]
	project.facts.privileged == true
	project.facts.usesContainers == false
	message := sprintf("Build project %s is privileged, and works with no containers.", [project.name])
}

undecided contains finding.undecided(project, [fact]) if {
	some project in input.subjects["build-project"]
	not project.facts.privileged == false
	not project.facts.usesContainers == true
	some fact in ["privileged", "usesContainers"]
}
