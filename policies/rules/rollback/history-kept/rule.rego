# METADATA
# title: Releases keep old versions to go back to
# description: >-
#   What keeps no history, or ends the old version as soon as traffic has left it, forgets what ran before:
#   rolling back then means building and deploying anew, in the middle of an incident.
# custom:
#   severity: error
#   applies_to: [workload, rollout, gitops-release, deploy-job]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CM-2(3), CP-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Set the history to at least one old version, or the wait before the old one ends to some minutes.
package planproof.rules.rollback["history-kept"]

import data.planproof.lib.finding

violation contains finding.at(workload, ["revisionHistoryLimit"], message) if {
	some workload in _workloads
	workload.facts.revisionHistoryLimit == 0
	message := sprintf("%s %s keeps no old version to go back to.", [workload.facts.type, workload.name])
}

violation contains finding.at(release, ["historyLimit"], message) if {
	some release in input.subjects["gitops-release"]
	release.facts.historyLimit == 0
	message := sprintf("%s %s keeps no old release to go back to.", [release.facts.type, release.name])
}

# Helm counts the release that runs: with one there is none before it.
violation contains finding.at(job, ["historyLimit"], message) if {
	some job in _helm
	job.facts.historyLimit == 1
	message := sprintf("Deploy job %s keeps no old release to go back to.", [job.name])
}

violation contains finding.at(rollout, ["oldKept"], message) if {
	some rollout in input.subjects.rollout
	rollout.facts.oldKept == false
	message := sprintf("%s %s ends the old version as soon as the new one has the traffic.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(subject, [fact]) if {
	some fact, subjects in _asked
	some subject in subjects
}

# Null says that it is not the object's matter.
examined contains finding.examined(subject) if {
	some fact, subjects in _asked
	some subject in subjects
	not subject.facts[fact] == null
}

_asked := {
	"revisionHistoryLimit": _workloads,
	"historyLimit": array.concat([release | some release in input.subjects["gitops-release"]], _helm),
	"oldKept": [rollout | some rollout in input.subjects.rollout],
}

_helm := [job |
	some job in input.subjects["deploy-job"]
	not job.facts.historyLimit == null
]

_workloads := [workload |
	some workload in input.subjects.workload
	workload.facts.type in {"Deployment", "StatefulSet", "DaemonSet", "Rollout"}
]
