# METADATA
# title: Releases are built without caches of other runs
# description: >-
#   A cache holds whatever an earlier run of the default branch put there. Code that once ran in such a run, a
#   package's hook or a taken-over action, can leave a changed compiler or package in it, which the next release
#   then ships under your name.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching
#     description: Dependency caching reference
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-7, SR-11]
#     soc2: [CC8.1]
#     iso-27001: [A.8.31]
#     owasp-cicd: [CICD-SEC-9]
#   remediation: >-
#     Turn the cache off in workflows that publish releases.
package planproof.rules["supply-chain"]["releases-without-caches"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "trustedCaches", i, "cache"], message) if {
	some pipeline in _read
	some i, trusted in pipeline.facts.surface.trustedCaches
	message := sprintf("Job %s of pipeline %s publishes a release from a cache that other runs write (%s).", [trusted.job, pipeline.name, trusted.cache])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
