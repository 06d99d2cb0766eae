# METADATA
# title: Pipelines, infrastructure, procedures and the plan have an owner
# description: >-
#   Whoever changes a pipeline or its infrastructure changes what reaches production, and with which rights. Where
#   CODEOWNERS asks somebody for some files and for none of these, any reviewer will do for the most powerful ones.
# custom:
#   severity: warning
#   applies_to: [code-owners]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32, A.5.3]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: Add a line for these files, with the team that answers for them.
package planproof.rules.delivery["guarded-files-owned"]

import data.planproof.lib.finding

violation contains finding.at(file, ["guarded", i, "path"], message) if {
	some file in input.subjects["code-owners"]
	some i, guarded in file.facts.guarded
	guarded.owners == []
	message := sprintf("No line of %s names an owner of %s, which is %s.", [file.name, guarded.path, _words[guarded.type]])
}

examined contains finding.examined(file) if {
	some file in input.subjects["code-owners"]
	count(file.facts.guarded) > 0
}

_words := {
	"pipeline": "a pipeline",
	"infrastructure": "infrastructure code",
	"plan": "the deployment plan",
	"procedure": "a procedure of the plan",
}
