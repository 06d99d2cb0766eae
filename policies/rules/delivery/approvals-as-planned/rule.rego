# METADATA
# title: The planned approvals are asked for
# description: >-
#   The plan says who must agree before an environment gets a new version. Where a pipeline deploys to it without asking,
#   that is a promise on paper. Production is asked about in any case, by a rule of its own.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   uses: [deploy-job]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: ["CM-3(1)"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.approvals.required
#   shown_by: [foundDeployJobs]
#   remediation: Make the job wait for an approval, or leave it out of the plan for this environment.
package planproof.rules.delivery["approvals-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(job, ["approval"], message, [stated]) if {
	some environment in _asking
	some job in _jobs(environment)
	job.facts.approval == "none"
	message := sprintf("Deploy job %s deploys to %s without the approval that the plan asks for.", [job.name, environment.name])
	stated := finding.place(environment, ["approvals"], "The planned approvals.")
}

undecided contains finding.undecided(environment, ["foundDeployJobs"]) if some environment in _asking

undecided contains finding.undecided(job, ["approval"]) if {
	some environment in _asking
	some job in _jobs(environment)
}

examined contains finding.examined(environment) if some environment in _asking

_asking := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.approvals > 0
	environment.facts.production == false
]

_jobs(environment) := [job |
	some job in input.subjects["deploy-job"]
	job.id in environment.facts.foundDeployJobs
]
