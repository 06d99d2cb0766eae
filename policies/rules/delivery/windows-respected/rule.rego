# METADATA
# title: Nothing is deployed by itself outside its windows
# description: >-
#   The windows of the plan are when people are there to see a deploy, and to take it back. A schedule deploys outside
#   them all the same, and so does whatever is merged, unless somebody has to approve it first.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   criteria: [timeline-resources, delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.windows[]
#   remediation: >-
#     Move the schedule into a window, whose times may be of another zone than the schedule's, let someone approve the
#     deploy or start it by hand, or widen the window under delivery.environments.
package planproof.rules.delivery["windows-respected"]

import data.planproof.lib.finding

violation contains finding.about(job, ["windows", "scheduled"], message, [stated]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	is_string(job.facts.windows.scheduled)
	message := sprintf(
		"A schedule starts deploy job %s on %s, outside the windows of the plan: %s.",
		[job.name, job.facts.windows.scheduled, job.facts.windows.stated],
	)
	stated := finding.place(job, ["windows", "stated"], "The window.")
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	_by_itself(job)
	not job.facts.approval == "required"
	not job.facts.asksForFreeze == true
	some fact in ["approval", "asksForFreeze"]
}

undecided contains finding.undecided(job, ["windows", "scheduled"]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	job.facts.windows != null
}

undecided contains finding.undecided(job, ["starts", i, "by"]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	job.facts.windows != null
	some i, start in job.facts.starts
	start.cron == null
}

undecided contains finding.undecided_because(job, ["starts", i, "by"], reason) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	job.facts.windows != null
	some i, start in job.facts.starts
	start.by == "change"
	reason := "what keeps changes from being merged outside the windows is set outside the files"
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	job.facts.windows != null
}

# Nobody has to approve it, and nothing before it is seen to ask whether it may be deployed now.
_open(job) if {
	job.facts.approval == "none"
	job.facts.asksForFreeze == false
}

# Something but a person may start it outside the windows.
_by_itself(job) if job.facts.windows.scheduled != null

_by_itself(job) if {
	job.facts.windows != null
	some start in job.facts.starts
	start.cron == null
	start.by != "person"
}
