package planproof.rules.identity["cluster-machines-limited_test"]

import data.planproof.rules.identity["cluster-machines-limited"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "kube-apiserver", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_a_mode_without_machines_counts if {
	_said([["authorization-mode", "RBAC"]]) == {"api does not know machines from others: RBAC lacks Node."}
}

test_others_are_other_rules if {
	_said([["authorization-mode", "Node, RBAC"]]) == set()
	_said([["authorization-mode", "AlwaysAllow"]]) == set()
	_said([]) == set()
}
