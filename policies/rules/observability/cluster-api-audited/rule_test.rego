package planproof.rules.observability["cluster-api-audited_test"]

import data.planproof.rules.observability["cluster-api-audited"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "kube-apiserver", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_silence_counts if _said([["secure-port", "6443"]]) == {"api writes no audit log."}

test_a_log_or_a_service_does_not if {
	_said([["audit-log-path", "/var/log/audit.log"]]) == set()
	_said([["audit-webhook-config-file", "/etc/audit.yaml"]]) == set()
}
