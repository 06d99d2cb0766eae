# METADATA
# title: Roles exist as planned, and may do no more
# description: >-
#   The plan names the roles that pipelines and programs take, and sums up what each may do. A role that is not in the
#   code was made by hand; one that may use services which the plan does not name for it can do what nobody agreed to.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [role, access-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-2, AC-6]
#     cis-controls: ["6.8"]
#     soc2: [CC6.1, CC6.3]
#     iso-27001: [A.5.15, A.8.2]
#   statements:
#     - security.identity.roles[]
#   remediation: Write the role with what the plan gives it, or correct the role's permissions in the plan.
package planproof.rules.identity["roles-as-planned"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.at(plan, ["roles", i, "name"], message) if {
	some [plan, i, role] in _stated
	count(_found(role)) == 0
	_telling
	message := sprintf("Role %s of the plan is not among the files.", [role.name])
}

violation contains finding.about(policy, ["statements", j, "actions"], message, [stated]) if {
	some [plan, i, role] in _comparable
	some one in _found(role)
	some policy in _policies(one)
	some j, action in _allowed(policy)
	not _service(action) in {_service(permission) | some permission in role.permissions}
	message := sprintf("Role %s may %s; the plan gives it nothing of that kind.", [role.name, action])
	stated := finding.place(plan, ["roles", i, "permissions"], "The planned permissions.")
}

violation contains finding.about(plan, ["roles", i, "permissions"], message, [place]) if {
	some [plan, i, role] in _comparable
	some one in _found(role)
	one.facts.others == false
	policies := _policies(one)
	count(policies) == count(one.facts.policies)
	every policy in policies { _known(policy) }
	some permission in role.permissions
	every policy in policies {
		every _, action in _allowed(policy) { not _covers(action, permission) }
	}
	message := sprintf("Role %s is planned to do %s, which no policy of it allows.", [role.name, permission])
	place := finding.place(one, ["title"], "The role is here.")
}

undecided contains finding.undecided_because(plan, ["roles", i, "name"], reason) if {
	some [plan, i, role] in _stated
	count(_found(role)) == 0
	not _telling
	reason := _untold
}

examined contains finding.examined(plan) if some [plan, _, _] in _stated

# How people sign in is set outside the files.
_stated := [[plan, i, role] |
	some plan in input.subjects.plan
	some i, role in plan.facts.roles
	role.usedBy in {"pipeline", "component"}
]

# Permissions that are written as the cloud has them, `s3:GetObject`.
_comparable := [[plan, i, role] |
	some [plan, i, role] in _stated
	count(role.permissions) > 0
	every permission in role.permissions { regex.match(`^[a-z0-9-]+:[A-Za-z*]+$`, permission) }
]

_found(role) := [one |
	some one in input.subjects.role
	one.facts.title == role.name
]

_telling if {
	count(input.subjects.role) > 0
	every one in input.subjects.role { not unknown.is(one.facts.title) }
}

_untold := "no role is among the files" if count(input.subjects.role) == 0

_untold := "the names of some roles are not known" if count(input.subjects.role) > 0

_policies(one) := [policy |
	some policy in input.subjects["access-policy"]
	policy.id in one.facts.policies
]

_known(policy) if {
	every statement in policy.facts.statements {
		is_string(statement.effect)
		is_array(statement.actions)
	}
}

_allowed(policy) := [action |
	some statement in policy.facts.statements
	statement.effect == "allow"
	is_array(statement.actions)
	some action in statement.actions
]

_service(action) := lower(split(action, ":")[0])

_covers(action, permission) if glob.match(lower(action), null, lower(permission))

_covers(action, permission) if glob.match(lower(permission), null, lower(action))
