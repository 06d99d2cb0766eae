# METADATA
# title: Requests do not run on machines of your own
# description: >-
#   A machine that runs one job after another keeps what a job leaves there. When requests of outsiders start
#   jobs on it, as they may in a public repository, a process that one of them leaves behind sees the next
#   deploy, and the network that the machine stands in.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference of GitHub Actions
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-4]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#     owasp-cicd: [CICD-SEC-7]
#   remediation: >-
#     Run jobs for requests on the system's own runners or on ones that are made anew for each job, or ask for
#     head.repo.full_name == github.repository first.
package planproof.rules["supply-chain"]["own-machines-not-for-requests"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "ownMachines", i, "machine"], message) if {
	some pipeline in _read
	some i, own in pipeline.facts.surface.ownMachines
	message := sprintf("Job %s of pipeline %s runs what requests bring on a machine of your own (%s).", [own.job, pipeline.name, own.machine])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
