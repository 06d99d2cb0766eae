package planproof.rules.identity["permissions-not-managed-everywhere_test"]

import data.planproof.rules.identity["permissions-not-managed-everywhere"] as rule

policy(on, actions, resources, conditional) := {"subjects": {"access-policy": [{
	"kind": "access-policy",
	"id": "p",
	"name": "p",
	"facts": {"system": "aws-iam", "on": on, "statements": [{
		"effect": "allow", "actions": actions, "resources": resources, "conditional": conditional,
	}]},
}]}}

messages(given) := {each.message | some each in rule.violation with input as given}

test_one_action_or_a_pattern_on_everything if {
	messages(policy("identity", ["S3:PutBucketPolicy"], ["*"], false)) == {"p may open everything to others, by S3:PutBucketPolicy."}
	messages(policy("identity", ["s3:Get*", "kms:*"], ["*"], false)) == {"p may open everything to others, by kms:*."}
}

test_what_others_tell_and_what_is_limited if {
	messages(policy("identity", ["*"], ["*"], false)) == set()
	messages(policy("identity", ["s3:*"], ["*"], false)) == set()
	messages(policy("identity", ["sqs:AddPermission"], ["arn:aws:sqs:::one"], false)) == set()
	messages(policy("identity", ["sqs:AddPermission"], ["*"], true)) == set()
	messages(policy("resource", ["kms:*"], ["*"], false)) == set()
}

test_what_is_not_known_is_undecided_where_it_could_decide if {
	count(rule.undecided) == 1 with input as policy("identity", ["kms:*"], {"unknown": "a"}, false)
	count(rule.undecided) == 1 with input as policy("identity", {"unknown": "a"}, ["*"], false)
	rule.undecided == set() with input as policy("identity", ["s3:GetObject"], {"unknown": "a"}, false)
}
