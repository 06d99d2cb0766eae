package planproof.rules.identity["cluster-api-authorizes_test"]

import data.planproof.rules.identity["cluster-api-authorizes"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "kube-apiserver", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_everything_for_everyone_counts if {
	_said([["authorization-mode", "RBAC,AlwaysAllow"]]) == {"api allows everyone everything, by the mode AlwaysAllow."}
	_said([]) == {"api states no mode of authorization, and so allows everyone everything."}
	_said([["authorization-mode", "Node,ABAC"]]) == {"api does not look at roles: Node,ABAC lacks RBAC."}
}

test_roles_or_a_service_of_ones_own_do_not if {
	_said([["authorization-mode", "Node,RBAC"]]) == set()
	_said([["authorization-mode", "Node,Webhook"]]) == set()
}
