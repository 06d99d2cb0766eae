# METADATA
# title: The plan knows the security groups that let something in
# description: >-
#   A plan that lists security groups is what reviewers look at. A group that lets something in and is not in it was
#   reviewed by nobody. Judged only where the plan lists groups.
# custom:
#   severity: note
#   applies_to: [security-group]
#   uses: [plan, plan-environment, network-rule]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-8]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: State the group in the plan under network.securityGroups, or remove it.
package planproof.rules.network["security-groups-planned"]

import data.planproof.lib.finding

violation contains finding.at(group, ["title"], message) if {
	some group in _judged
	every name in _names(group) { not _named(name, group) }
	message := sprintf("%s lets something in, and no security group of the plan is called so.", [group.name])
}

undecided contains finding.undecided(group, ["title"]) if some group in _judged

examined contains finding.examined(group) if some group in _judged

_judged := [group |
	some group in input.subjects["security-group"]
	count(_names(group)) > 0
	some rule in input.subjects["network-rule"]
	rule.id in group.facts.ingress
	rule.facts.direction == "ingress"
	rule.facts.action == "allow"
]

_names(group) := own if {
	own := [one.name |
		some environment in input.subjects["plan-environment"]
		environment.name == group.environment
		some one in environment.facts.network.groups
	]
	count(own) > 0
} else := [one.name |
	some plan in input.subjects.plan
	some one in plan.facts.network.groups
]

_named(_, group) if is_object(group.facts.title)

_named(name, group) if _plain(name) == _plain(group.facts.title)

_named(name, group) if _plain(name) == _plain(group.facts.label)

_named(name, group) if endswith(_plain(group.facts.title), sprintf("-%s", [_plain(name)]))

_named(name, group) if startswith(_plain(group.facts.title), sprintf("%s-", [_plain(name)]))

_plain(name) := regex.replace(lower(name), "[^a-z0-9]+", "-") if is_string(name)
