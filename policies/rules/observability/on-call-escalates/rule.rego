# METADATA
# title: Whoever is on call has someone behind them
# description: >-
#   A phone is off, a train is in a tunnel. An escalation policy with a single step calls the same people again,
#   and nobody else when they do not answer.
# custom:
#   severity: warning
#   applies_to: [notification-channel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, IR-7]
#     cis-controls: ["17.1"]
#     soc2: [CC7.4]
#     iso-27001: [A.5.24]
#   remediation: Add a second step to the escalation policy, with others than those of the first.
package planproof.rules.observability["on-call-escalates"]

import data.planproof.lib.finding

violation contains finding.at(channel, ["notifies"], message) if {
	some channel in _calling
	channel.facts.notifies == false
	message := sprintf("%s calls nobody: its escalation has no step.", [channel.name])
}

violation contains finding.at(channel, ["escalates"], message) if {
	some channel in _calling
	channel.facts.notifies == true
	channel.facts.escalates == false
	message := sprintf("%s has nobody to call when the first does not answer: its escalation has one step.", [channel.name])
}

undecided contains finding.undecided(channel, ["escalates"]) if some channel in _calling

examined contains finding.examined(channel) if some channel in _calling

# Topics and action groups call nobody by themselves.
_calling := [channel | some channel in input.subjects["notification-channel"]; channel.facts.escalates != null]
