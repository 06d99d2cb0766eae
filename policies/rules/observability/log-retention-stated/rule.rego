# METADATA
# title: Logs are deleted after a stated time
# description: >-
#   Logs that nothing ever deletes cost more every month, and keep what people said and did for longer than anyone
#   promised. A stated time also says what can be relied on when something is looked into later.
# custom:
#   severity: note
#   applies_to: [log-group]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [AU-11]
#     cis-controls: ["8.10"]
#     iso-27001: [A.8.10, A.8.15]
#   remediation: State for how many days the logs are kept.
package planproof.rules.observability["log-retention-stated"]

import data.planproof.lib.finding

violation contains finding.at(group, ["retentionDays"], message) if {
	some group in input.subjects["log-group"]
	group.facts.retentionDays == null
	message := sprintf("The logs of %s are kept forever.", [group.name])
}

undecided contains finding.undecided(group, ["retentionDays"]) if some group in input.subjects["log-group"]
