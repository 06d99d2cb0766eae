# METADATA
# title: Logs are kept as long as the plan says
# description: >-
#   When something is looked into months later, what the plan promised to keep must still be there. Auditors ask
#   for exactly that time.
# custom:
#   severity: warning
#   applies_to: [log-group]
#   uses: [plan, plan-environment]
#   criteria: [monitoring-alerting, security-compliance]
#   controls:
#     nist-800-53: [AU-11]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.5.1"]
#   statements:
#     - observability.logs.retentionDays
#   remediation: Keep the logs as long as the plan says, or change the plan.
package planproof.rules.observability["logs-kept-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(group, ["retentionDays"], message, [place]) if {
	some [promise, group] in _promised
	is_number(group.facts.retentionDays)
	group.facts.retentionDays < promise.facts.logRetentionDays
	message := sprintf("The logs of %s are kept for %v days.", [group.name, group.facts.retentionDays])
	place := finding.place(promise, ["logRetentionDays"], sprintf("the plan says %v", [promise.facts.logRetentionDays]))
}

undecided contains finding.undecided(group, ["retentionDays"]) if some [_, group] in _promised

examined contains finding.examined(group) if some [_, group] in _promised

_promised contains [plan, group] if {
	some plan in input.subjects.plan
	is_number(plan.facts.logRetentionDays)
	some group in input.subjects["log-group"]
	not _rehearsal(group.environment)
	not _promises_itself(group.environment)
}

# What an environment says of its own logs counts, whatever it is for.
_promised contains [environment, group] if {
	some group in input.subjects["log-group"]
	some environment in input.subjects["plan-environment"]
	environment.name == group.environment
	is_number(environment.facts.logRetentionDays)
}

_rehearsal(name) if {
	some environment in input.subjects["plan-environment"]
	environment.name == name
	environment.facts.production == false
}

_promises_itself(name) if {
	some environment in input.subjects["plan-environment"]
	environment.name == name
	is_number(environment.facts.logRetentionDays)
}
