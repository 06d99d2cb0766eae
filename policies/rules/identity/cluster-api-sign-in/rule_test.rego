package planproof.rules.identity["cluster-api-sign-in_test"]

import data.planproof.rules.identity["cluster-api-sign-in"] as rule

_programs(flags) := [{
	"kind": "cluster-program", "id": "p", "name": "api",
	"facts": {"program": "kube-apiserver", "configured": false, "flags": [{"name": name, "setting": setting} | some [name, setting] in flags]},
}]

_said(flags) := {one.message | some one in rule.violation with input.subjects["cluster-program"] as _programs(flags)}

test_files_of_tokens_and_passwords_count if {
	_said([["token-auth-file", "/t.csv"]]) == {"api lets users in by tokens that are kept in a file."}
	_said([["basic-auth-file", "/p.csv"], ["anonymous-auth", "true"]]) == {"api lets users in by passwords that are kept in a file.", "api answers requests without a name, as it is told to."}
}

test_what_is_not_said_is_none if _said([["anonymous-auth", "false"], ["oidc-issuer-url", "https://id.example"]]) == set()

test_what_stands_last_counts if _said([["anonymous-auth", "true"], ["anonymous-auth", "false"]]) == set()
