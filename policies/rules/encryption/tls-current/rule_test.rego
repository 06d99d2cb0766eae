package planproof.rules.encryption["tls-current_test"]

import data.planproof.rules.encryption["tls-current"] as rule

_endpoints(facts) := [{
	"kind": "endpoint", "id": "e", "name": "e",
	"facts": object.union({"oldestTls": 1.2, "weakCiphers": false}, facts),
}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects.endpoint as _endpoints(facts)}

_undecided(facts) if count(rule.undecided) > 0 with input.subjects.endpoint as _endpoints(facts)

_examined(facts) if count(rule.examined) > 0 with input.subjects.endpoint as _endpoints(facts)

test_old_versions_are_told_by_their_names if {
	_messages({"oldestTls": 0}) == {"e accepts SSL 3.0."}
	_messages({"oldestTls": 1}) == {"e accepts TLS 1.0."}
	_messages({"oldestTls": 1.1}) == {"e accepts TLS 1.1."}
	_messages({"oldestTls": 1.2}) == set()
	_messages({"oldestTls": 1.3}) == set()
}

test_weak_ciphers_are_told_besides if {
	_messages({"weakCiphers": true}) == {"e accepts ciphers without forward secrecy."}
	count(_messages({"oldestTls": 1, "weakCiphers": true})) == 2
	_messages({"weakCiphers": {"unknown": "x"}}) == set()
}

test_an_unknown_version_is_undecided_and_none_is_not_examined if {
	_undecided({"oldestTls": {"unknown": "x"}})
	_messages({"oldestTls": {"unknown": "x"}}) == set()
	not _examined({"oldestTls": null})
	_messages({"oldestTls": null}) == set()
	_examined({})
}
