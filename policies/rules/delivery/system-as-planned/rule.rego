# METADATA
# title: The planned system runs the pipelines
# description: >-
#   The plan's stages, gates and ways back are those of one system. Where the pipelines run elsewhere, or something else
#   deploys to production beside it, what the plan says of delivery is not how it is done.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [pipeline, deploy-job, gitops-release]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-2, CM-3]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.system
#   remediation: Deliver by the planned system, or state the real one in the plan under delivery.system.
package planproof.rules.delivery["system-as-planned"]

import data.planproof.lib.finding

# What keeps a cluster as a repository says, by the kinds of its objects.
_gitops := {
	"argo-cd": {"Application", "ApplicationSet"},
	"flux": {"Kustomization", "HelmRelease"},
}

# Systems whose pipelines stand in the repository that they deliver.
_inside := {"github-actions", "gitlab-ci", "azure-pipelines", "circleci", "jenkins", "bitbucket-pipelines"}

violation contains finding.at(plan, ["deliverySystem"], message) if {
	some plan in _planned
	plan.facts.deliverySystem in _inside
	count(_found) > 0
	not plan.facts.deliverySystem in _found
	message := sprintf("The plan delivers by %s; the files have %s.", [plan.facts.deliverySystem, concat(", ", _found)])
}

violation contains finding.about(job, ["production"], message, [stated]) if {
	some plan in _planned
	not plan.facts.deliverySystem in object.keys(_gitops)
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.system != plan.facts.deliverySystem
	message := sprintf("Deploy job %s deploys to production by %s; the plan delivers by %s.", [job.name, job.facts.system, plan.facts.deliverySystem])
	stated := finding.place(plan, ["deliverySystem"], "The planned system.")
}

undecided contains finding.undecided_because(plan, ["deliverySystem"], reason) if {
	some plan in _planned
	not plan.facts.deliverySystem in _found
	not _elsewhere(plan)
	reason := sprintf("nothing of %s is among the files", [plan.facts.deliverySystem])
}

examined contains finding.examined(plan) if some plan in _planned

_planned := [plan |
	some plan in input.subjects.plan
	is_string(plan.facts.deliverySystem)
	plan.facts.deliverySystem != "other"
]

_found contains pipeline.facts.system if some pipeline in input.subjects.pipeline

_found contains system if {
	some system, types in _gitops
	some release in input.subjects["gitops-release"]
	release.facts.type in types
}

# The files have pipelines, and the planned ones would be among them.
_elsewhere(plan) if {
	plan.facts.deliverySystem in _inside
	count(_found) > 0
}
