package planproof.rules.network["cluster-api-secured_test"]

import data.planproof.rules.network["cluster-api-secured"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "kube-apiserver", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_ports_without_tls_count if {
	_said([["insecure-port", "8080"]]) == {"api answers without TLS, and without asking who calls: insecure-port is 8080."}
	_said([["insecure-bind-address", "0.0.0.0"]]) == {"api answers without TLS, and without asking who calls: insecure-bind-address is 0.0.0.0."}
	_said([["secure-port", "0"]]) == {"api does not answer by TLS: its secure port is 0."}
}

test_what_is_off_is_none if {
	_said([["insecure-port", "0"], ["secure-port", "6443"]]) == set()
	_said([]) == set()
}
