# METADATA
# title: Records that fail over are checked
# description: >-
#   A record of Route 53 that is to fail over answers with its first target until a health check says that it is gone. With
#   nothing that looks, it never fails over.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html
#     description: Active-passive failover in Route 53
# custom:
#   severity: warning
#   applies_to: [failover]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-10, SC-5]
#     soc2: [A1.2]
#     iso-27001: [A.8.14]
#   remediation: Give the primary record a health check, or let its alias evaluate the health of its target.
package planproof.rules.recovery["failover-checked"]

import data.planproof.lib.finding

violation contains finding.at(failover, ["checked"], message) if {
	some failover in input.subjects.failover
	failover.facts.checked == false
	message := sprintf("%s is to fail over, and nothing checks whether its target works.", [failover.name])
}

undecided contains finding.undecided(failover, ["checked"]) if some failover in input.subjects.failover

examined contains finding.examined(failover) if {
	some failover in input.subjects.failover
	failover.facts.checked != null
}
