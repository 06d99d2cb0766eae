# METADATA
# title: As many people agree as planned
# description: >-
#   The plan says how many people must agree before an environment gets a new version. GitHub goes on when one of the
#   reviewers of an environment agrees, however many are listed; so does a step of a pipeline that waits for a person; and
#   what follows a branch by itself is agreed to only where changes of that branch are. The reviews that a branch needs
#   count beside those of the deployment.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   uses: [plan-environment, gate, gitops-release, branch-protection, deploy-job]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: ["CM-3(1)", AC-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32, A.5.3]
#   statements:
#     - delivery.environments.<name>.approvals.required
#   remediation: Ask for as many approvals where the environment or the branch is protected, or plan as many as there are.
package planproof.rules.delivery["approvers-as-many-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(gate, ["reviewers"], message, [_stated(environment)]) if {
	some environment in _planned
	[gate] := _gates(environment)
	given := _given(gate) + _before(environment)
	every protection in _protections { not is_object(protection.facts.reviews) }
	given + max(array.concat([0], _reviews(_protections))) < environment.facts.approvals
	message := sprintf("Environment %s goes on after %s; the plan asks for %d.", [environment.name, _counted(given), environment.facts.approvals])
}

violation contains finding.about(release, ["automatic"], message, [_stated(environment)]) if {
	some environment in _planned
	some release in _following(environment)
	asked := _asked(release)
	asked < environment.facts.approvals
	message := sprintf("%s %s follows %s, whose changes need %s; the plan asks for %d.", [release.facts.type, release.name, release.facts.revision, _counted(asked), environment.facts.approvals])
}

violation contains finding.about(job, ["asked"], message, [_stated(environment)]) if {
	some environment in _planned
	some job in _asking(environment)
	every protection in _protections { not is_object(protection.facts.reviews) }
	job.facts.asked + max(array.concat([0], _reviews(_protections))) < environment.facts.approvals
	message := sprintf("Deploy job %s goes on after %s; the plan asks for %d in %s.", [job.name, _counted(job.facts.asked), environment.facts.approvals, environment.name])
}

undecided contains finding.undecided(gate, ["reviewers"]) if {
	some environment in _planned
	some gate in _gates(environment)
}

undecided contains finding.undecided(protection, ["reviews"]) if {
	some environment in _planned
	[gate] := _gates(environment)
	_given(gate) + _before(environment) < environment.facts.approvals
	some protection in _protections
}

undecided contains finding.undecided_because(release, ["automatic"], reason) if {
	some environment in _planned
	some release in _following(environment)
	not _asked(release)
	reason := sprintf("how many approvals a change of %s needs is not among the files", [release.facts.revision])
}

examined contains finding.examined(environment) if {
	some environment in _planned
	some found in [_gates(environment), _following(environment), _asking(environment)]
	count(found) > 0
}

_planned := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.approvals > 0
]

# That nobody is asked at all is said of the jobs that deploy. Several gates of one environment may follow each other.
_gates(environment) := [gate |
	some gate in input.subjects.gate
	gate.environment == environment.name
	not gate.facts.reviewers in {0, null}
]

# Systems whose environments ask nobody beside what their pipelines say.
_asking(environment) := [job |
	count(_gates(environment)) == 0
	some job in input.subjects["deploy-job"]
	job.environment == environment.name
	job.facts.system in {"jenkins", "circleci", "argo-workflows", "tekton", "codepipeline", "spinnaker"}
	is_number(job.facts.asked)
]

# What every pipeline on the way to an environment asks for comes before its gate.
_before(environment) := min(asked) if {
	asked := [job.facts.asked |
		some job in input.subjects["deploy-job"]
		job.environment == environment.name
		is_number(job.facts.asked)
	]
	count(asked) > 0
} else := 0

_given(gate) := 1 if {
	gate.facts.system == "github-actions"
	gate.facts.reviewers > 0
}

_given(gate) := gate.facts.reviewers if {
	gate.facts.system != "github-actions"
	is_number(gate.facts.reviewers)
}

_following(environment) := [release |
	some release in input.subjects["gitops-release"]
	_belongs(release, environment)
	release.facts.automatic == true
	release.facts.fixed == false
]

_belongs(release, environment) if release.environment == environment.name

# Where only its destination tells that it is production, it is the plan's, if that has one.
_belongs(release, environment) if {
	release.environment == null
	release.facts.production == true
	environment.facts.production == true
	count([each | some each in input.subjects["plan-environment"]; each.facts.production == true]) == 1
}

# Undefined where the files do not tell.
_asked(release) := max(numbers) if {
	own := [each | some each in _protections; each.facts.pattern == release.facts.revision]
	every protection in own { not is_object(protection.facts.reviews) }
	numbers := _reviews(own)
	count(numbers) > 0
}

_protections := [protection | some protection in input.subjects["branch-protection"]]

_reviews(protections) := [protection.facts.reviews |
	some protection in protections
	is_number(protection.facts.reviews)
]

_counted(1) := "1 approval"

_counted(number) := sprintf("%d approvals", [number]) if number != 1

_stated(environment) := finding.place(environment, ["approvals"], "The planned approvals.")
