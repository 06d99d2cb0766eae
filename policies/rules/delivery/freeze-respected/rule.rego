# METADATA
# title: Nothing is deployed by itself in a freeze
# description: >-
#   In the freezes of the plan nobody is there to repair what a deploy breaks. A schedule deploys in them all the same,
#   and so does whatever is merged, unless something in the pipeline or before it asks first. What Argo CD syncs by itself
#   is kept back by windows of its project.
# custom:
#   severity: error
#   applies_to: [deploy-job, gitops-release]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - timeline.freezes[]
#   remediation: >-
#     Let someone approve or start the deploy, let its first step end the run in a freeze, take the schedule away, or
#     let a sync window of Argo CD deny the days of the freeze.
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

# The windows are there to keep days free, and leave some of these open.
violation contains finding.about(release, ["freezes", i, "open"], message, [stated]) if {
	some release in _synced
	release.facts.automatic == true
	release.facts.windowed == true
	some i in _ahead(release)
	freeze := release.facts.freezes[i]
	is_string(freeze.open)
	message := sprintf("The sync windows of %s %s leave %s open, in the freeze from %s to %s.", [release.facts.type, release.name, freeze.open, freeze.from, freeze.to])
	stated := finding.place(release, ["freezes", i, "from"], "The freeze.")
}

undecided contains finding.undecided(release, [fact]) if {
	some release in _synced
	count(_ahead(release)) > 0
	some fact in ["automatic", "windowed"]
}

undecided contains finding.undecided(release, ["freezes", i, "open"]) if {
	some release in _synced
	release.facts.windowed == true
	some i in _ahead(release)
}

undecided contains finding.undecided_because(release, ["automatic"], reason) if {
	some release in _synced
	release.facts.automatic == true
	not release.facts.windowed == true
	not is_object(release.facts.windowed)
	count(_ahead(release)) > 0
	reason := sprintf("what keeps %s from changing in a freeze is set outside the files", [_revision(release)])
}

examined contains finding.examined(release) if {
	some release in _synced
	count(_ahead(release)) > 0
}

# A release that stays what it is changes when someone changes its name in the files.
_synced := [release |
	some release in input.subjects["gitops-release"]
	not release.facts.automatic == false
	not release.facts.fixed == true
]

_revision(release) := release.facts.revision if is_string(release.facts.revision)

_revision(release) := "what it follows" if not is_string(release.facts.revision)
