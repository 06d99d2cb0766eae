package planproof.rules.encryption["etcd-certificates-issued_test"]

import data.planproof.rules.encryption["etcd-certificates-issued"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "etcd", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_certificates_of_its_own_count if {
	_said([["auto-tls", "true"], ["peer-auto-tls", "true"]]) == {"api makes its own certificates towards clients.", "api makes its own certificates towards its peers."}
}

test_issued_ones_do_not if _said([["auto-tls", "false"], ["cert-file", "/etc/tls.crt"]]) == set()
