# METADATA
# title: Roles of clusters
# description: What a rule of a role does, by a table of `[what is done, groups, resources, verbs]`.
package planproof.lib.cluster_role

# METADATA
# description: The policies of clusters among policies.
policies(all) := [policy |
	some policy in all
	policy.facts.system == "kubernetes-rbac"
]

# METADATA
# description: >-
#   What a statement does on everything of a sort; nothing where it names what it is for. A statement that allows all is
#   another rule's, `identity/no-wildcard-permissions`.
ways(statement, table) := {way |
	"*" in statement.resources
	is_array(statement.actions)
	not "*/*:*" in statement.actions
	some action in statement.actions
	[_, group, resource, verb] := regex.find_all_string_submatch_n(`^([^/]*)/(.*):([^:]*)$`, action, 1)[0]
	some [way, groups, resources, verbs] in table
	_among(group, groups)
	_among(resource, resources)
	_among(verb, verbs)
}

_among(value, wanted) if value in wanted

_among(value, _) if value == "*"
