# METADATA
# title: Secrets are kept where the plan says
# description: >-
#   Who may read a secret, who did, and how it is replaced was thought through for one manager. A secret that is kept
#   elsewhere is outside of that; one that is replaced later than planned is longer of use to whoever has stolen it.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [kept-secret]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, "IA-5(7)"]
#     cis-controls: ["3.11"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17, A.8.24]
#   statements:
#     - security.secrets.manager
#   remediation: Keep the secret in the planned manager and let it be replaced as often as planned, or correct the plan.
package planproof.rules.secrets["manager-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(secret, ["title"], message, [stated]) if {
	some plan in _planned
	some secret in _secrets
	secret.facts.system != plan.facts.security.secretsManager
	message := sprintf("%s is kept in %s; the plan keeps secrets in %s.", [secret.name, secret.facts.system, plan.facts.security.secretsManager])
	stated := finding.place(plan, ["security", "secretsManager"], "The planned manager.")
}

violation contains finding.about(secret, ["rotationDays"], message, [place]) if {
	some plan in input.subjects.plan
	some secret in _secrets
	[planned, place] := _rotation(plan, secret)
	is_number(secret.facts.rotationDays)
	secret.facts.rotationDays > planned
	message := sprintf("%s is replaced every %v days; the plan says %v.", [secret.name, secret.facts.rotationDays, planned])
}

violation contains finding.about(plan, ["secrets", i, "name"], message, [place]) if {
	some plan in _planned
	some i, stated in plan.facts.secrets
	some secret in _secrets
	_called(stated.name, secret)
	is_number(stated.rotationDays)
	secret.facts.rotationDays == null
	message := sprintf("Secret %s is planned to be replaced every %v days, and nothing in the files does that.", [stated.name, stated.rotationDays])
	place := finding.place(secret, ["rotationDays"], "The secret is here.")
}

undecided contains finding.undecided_because(plan, ["security", "secretsManager"], "no secret is among the files") if {
	some plan in _planned
	count(_secrets) == 0
}

undecided contains finding.undecided(secret, ["rotationDays"]) if {
	some plan in input.subjects.plan
	some secret in _secrets
	_rotation(plan, secret)
}

examined contains finding.examined(plan) if some plan in _planned

_planned := [plan |
	some plan in input.subjects.plan
	is_string(plan.facts.security.secretsManager)
	not plan.facts.security.secretsManager in {"other", "pipeline-secrets"}
]

_secrets := [secret | some secret in input.subjects["kept-secret"]]

# What the plan says of the secret by its name, else of all.
_rotation(plan, secret) := [stated.rotationDays, place] if {
	some i, stated in plan.facts.secrets
	is_number(stated.rotationDays)
	_called(stated.name, secret)
	place := finding.place(plan, ["secrets", i, "rotationDays"], "The planned time is here.")
} else := [plan.facts.security.secretsRotationDays, place] if {
	is_number(plan.facts.security.secretsRotationDays)
	place := finding.place(plan, ["security", "secretsRotationDays"], "The planned time is here.")
}

_called(name, secret) if name == secret.facts.title

_called(name, secret) if endswith(secret.facts.title, sprintf("/%s", [name]))
