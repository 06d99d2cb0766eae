package planproof.rules.identity["default-accounts-without-roles_test"]

import data.planproof.rules.identity["default-accounts-without-roles"] as rule

_binding(principals, resources) := {
	"kind": "access-policy",
	"id": "infra:a",
	"name": "a",
	"facts": {
		"system": "gcp-iam",
		"statements": [{"actions": ["roles/viewer"], "principals": principals, "resources": resources}],
	},
}

test_a_default_account_with_a_role_on_a_project_is_a_violation if {
	every who in [
		"serviceAccount:123456789012-compute@developer.gserviceaccount.com",
		"serviceAccount:webshop@appspot.gserviceaccount.com",
		"serviceAccount:${data.google_compute_default_service_account.default.email}",
	] {
		violation := rule.violation with input.subjects["access-policy"] as [_binding([who], ["*"])]
		violation == {{
			"kind": "access-policy",
			"id": "infra:a",
			"path": ["statements", 0, "principals"],
			"message": "a gives the default service account roles/viewer.",
		}}
	}
}

test_others_and_roles_on_one_thing_are_none if {
	violation := rule.violation with input.subjects["access-policy"] as [
		_binding(["serviceAccount:web@shop.iam.gserviceaccount.com"], ["*"]),
		_binding(["serviceAccount:1-compute@developer.gserviceaccount.com"], ["orders"]),
	]
	violation == set()
}

test_an_unknown_is_undecided_with_its_reason if {
	undecided := rule.undecided with input.subjects["access-policy"] as [_binding({"unknown": "var.x has no value"}, ["*"])]
	undecided == {{
		"kind": "access-policy",
		"id": "infra:a",
		"path": ["statements", 0, "principals"],
		"reason": "var.x has no value",
	}}
}
