# METADATA
# title: Newer versions of all dependencies are proposed
# description: >-
#   Whoever set up updates believes that they come. Kinds of dependencies that the configuration leaves out grow
#   old unseen, with what is found in them.
# custom:
#   severity: warning
#   applies_to: [update-config]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-2]
#     iso-27001: [A.8.8]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Add the kind of dependencies to the configuration: an entry of updates (Dependabot), enabledManagers
#     (Renovate).
package planproof.rules["supply-chain"]["dependencies-updated"]

import data.planproof.lib.finding

violation contains finding.at(config, ["missing", i, "manifest"], message) if {
	some config in input.subjects["update-config"]
	some i, missing in config.facts.missing
	message := sprintf("%s proposes no updates of %s, which %s has.", [config.name, missing.ecosystem, missing.manifest])
}

undecided contains finding.undecided(config, ["complete"]) if {
	some config in input.subjects["update-config"]
}
