# METADATA
# title: Audit trails show what was changed in them
# description: >-
#   Who has taken over an account removes the traces. With log file validation each file's hash is in a digest that
#   CloudTrail signs, so that a file which was changed or deleted is found; without it nobody can tell.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
#     description: Validating CloudTrail log file integrity
# custom:
#   severity: warning
#   applies_to: [audit-trail]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-9]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.3.4"]
#   remediation: Turn on log file validation.
package planproof.rules.observability["audit-trail-tamper-evident"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["validated"], message) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.validated == false
	message := sprintf("Audit trail %s does not validate its log files.", [trail.name])
}

undecided contains finding.undecided(trail, ["validated"]) if {
	some trail in input.subjects["audit-trail"]
}

examined contains finding.examined(trail) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.validated != null
}
