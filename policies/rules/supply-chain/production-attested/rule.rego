# METADATA
# title: What production gets is signed or attested
# description: >-
#   A signature or a provenance says who built a thing and from what. Where the plan promises one, or where other
#   deployments of the same files have one, what production gets without it can be exchanged on its way unseen.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   uses: [deploy-job, plan]
#   criteria: [security-compliance, delivery-pipeline]
#   controls:
#     nist-800-53: [SR-4, "SI-7(15)", CM-14]
#     slsa: [Build L2]
#     soc2: [CC8.1]
#     iso-27001: [A.8.28, A.5.21]
#     owasp-cicd: [CICD-SEC-9]
#   statements:
#     - delivery.artifacts
#   remediation: >-
#     Sign or attest what is built before the deploy, as `cosign sign` does, or check its signature there, as `cosign
#     verify` does.
package planproof.rules["supply-chain"]["production-attested"]

import data.planproof.lib.finding

violation contains finding.about(job, ["attested"], message, [stated]) if {
	some job in _production
	job.facts.attested == false
	some plan in _promising
	message := sprintf("Nothing before deploy job %s signs or attests what it deploys to production.", [job.name])
	stated := finding.place(plan, ["artifacts"], "The plan promises it.")
}

violation contains finding.about(job, ["attested"], message, [other]) if {
	some job in _production
	job.facts.attested == false
	count(_promising) == 0
	attested := _attested[0]
	message := sprintf("Nothing before deploy job %s signs or attests what it deploys to production, unlike before %s.", [job.name, attested.name])
	other := finding.place(attested, ["attested"], "Here it is")
}

undecided contains finding.undecided(job, [fact]) if {
	some job in _judged
	not job.facts.attested == true
	not job.facts.attested == null
	some fact in ["production", "attested"]
}

examined contains finding.examined(job) if some job in _judged

_production := [job | some job in _judged; job.facts.production == true]

# Where nobody promises signatures and no deployment has one, their lack is no mistake of one pipeline.
_judged := [job |
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	_wanted
]

_wanted if count(_promising) > 0

_wanted if count(_attested) > 0

_promising := [plan |
	some plan in input.subjects.plan
	some promise in ["signed", "provenance"]
	plan.facts.artifacts[promise] == true
]

_attested := [job | some job in input.subjects["deploy-job"]; job.facts.attested == true]
