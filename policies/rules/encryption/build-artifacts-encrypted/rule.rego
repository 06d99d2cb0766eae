# METADATA
# title: What builds keep is encrypted
# description: >-
#   Artifacts hold the sources and what was built of them, often with settings and keys in them. The service
#   encrypts them, unless a project switches that off.
# custom:
#   severity: error
#   applies_to: [build-project]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28]
#     cis-controls: ["3.11"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.24]
#     pci-dss: ["3.5.1"]
#   statements:
#     - security.encryption.atRest
#   remediation: Remove the setting that switches the encryption of artifacts off.
package planproof.rules.encryption["build-artifacts-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(project, ["artifactsEncrypted"], message) if {
	some project in input.subjects["build-project"]
	project.facts.artifactsEncrypted == false
	message := sprintf("Build project %s keeps its artifacts without encryption.", [project.name])
}

undecided contains finding.undecided(project, ["artifactsEncrypted"]) if {
	some project in input.subjects["build-project"]
}

# Null says that it keeps none.
examined contains finding.examined(project) if {
	some project in input.subjects["build-project"]
	not project.facts.artifactsEncrypted == null
}
