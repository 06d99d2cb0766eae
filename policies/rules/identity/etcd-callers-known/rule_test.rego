package planproof.rules.identity["etcd-callers-known_test"]

import data.planproof.rules.identity["etcd-callers-known"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "etcd", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_who_is_not_asked_counts if {
	_said([]) == {"api asks clients for no certificate.", "api asks peers for no certificate."}
	_said([["client-cert-auth", "true"], ["peer-client-cert-auth", "false"]]) == {"api asks peers for no certificate."}
}

test_who_is_asked_does_not if _said([["client-cert-auth", "true"], ["peer-client-cert-auth", "true"]]) == set()

test_a_file_of_its_own_may_say_so if _said([["config-file", "/etc/etcd.yaml"]]) == set()
