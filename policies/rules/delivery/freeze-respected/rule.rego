# METADATA
# title: Nothing is deployed by itself in a freeze
# description: >-
#   In the freezes of the plan nobody is there to repair what a deploy breaks. A schedule deploys in them all the same,
#   and so does whatever is merged, unless something in the pipeline or before it asks first.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - timeline.freezes[]
#   remediation: >-
#     Let someone approve the deploy or start it by hand, let its first step end the run in a freeze, or take the
#     schedule away until the freeze is over.
package planproof.rules.delivery["freeze-respected"]

import data.planproof.lib.finding

violation contains finding.about(job, ["freezes", i, "scheduled"], message, [stated]) if {
	some job in input.subjects["deploy-job"]
	job.facts.approval == "none"
	job.facts.asksForFreeze == false
	some i in _ahead(job)
	freeze := job.facts.freezes[i]
	is_string(freeze.scheduled)
	message := sprintf("A schedule starts deploy job %s on %s, in the freeze from %s to %s.", [job.name, freeze.scheduled, freeze.from, freeze.to])
	stated := finding.place(job, ["freezes", i, "from"], "The freeze.")
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	_by_itself(job)
	not job.facts.approval == "required"
	not job.facts.asksForFreeze == true
	some fact in ["approval", "asksForFreeze"]
}

undecided contains finding.undecided(job, ["freezes", i, "scheduled"]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	some i in _ahead(job)
}

undecided contains finding.undecided(job, ["starts", i, "by"]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	count(_ahead(job)) > 0
	some i, start in job.facts.starts
	start.cron == null
}

undecided contains finding.undecided_because(job, ["starts", i, "by"], reason) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	count(_ahead(job)) > 0
	some i, start in job.facts.starts
	start.by == "change"
	reason := "what keeps changes from being merged in a freeze is set outside the files"
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	count(_ahead(job)) > 0
}

# Nobody has to approve it, and nothing is seen to ask for the freeze.
_open(job) if {
	job.facts.approval == "none"
	job.facts.asksForFreeze == false
}

# Something but a person may start it in a freeze.
_by_itself(job) if {
	some i in _ahead(job)
	job.facts.freezes[i].scheduled != null
}

_by_itself(job) if {
	count(_ahead(job)) > 0
	some start in job.facts.starts
	start.cron == null
	start.by != "person"
}

_ahead(job) := {i | some i, freeze in job.facts.freezes; freeze.to >= input.today}
