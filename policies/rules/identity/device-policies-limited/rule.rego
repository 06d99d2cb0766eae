# METADATA
# title: Devices may do what they are for, and no more
# description: >-
#   A policy of AWS IoT is held by every device whose certificate it is attached to. One that allows every
#   action, or one on every topic and client, lets a single stolen device read and send whatever the whole fleet
#   does.
# custom:
#   severity: warning
#   applies_to: [access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, AC-3]
#     cis-controls: ["5.4", "6.8"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2, A.5.18]
#   remediation: Name the actions and topics, with policy variables such as ${iot:Connection.Thing.ThingName} for the own ones of each device.
package planproof.rules.identity["device-policies-limited"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["statements", i, fact], message) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	statement.effect == "allow"
	statement.conditional == false
	some fact, all in {"actions": {"*", "iot:*"}, "resources": {"*"}}
	some value in statement[fact]
	lower(value) in all
	message := sprintf("%s allows devices %s.", [policy.name, _what[fact]])
}

undecided contains finding.undecided(policy, ["statements", i, fact]) if {
	some policy in _policies
	some i, statement in policy.facts.statements
	not statement.effect == "deny"
	some fact in ["effect", "actions", "resources"]
}

examined contains finding.examined(policy) if some policy in _policies

_what := {"actions": "every action", "resources": "what it names on every topic and client"}

_policies := [policy |
	some policy in input.subjects["access-policy"]
	policy.facts.on == "device"
]
