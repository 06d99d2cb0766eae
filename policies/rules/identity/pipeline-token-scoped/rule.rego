# METADATA
# title: Pipelines state the permissions of their token
# description: >-
#   Without a statement the token of a pipeline may have write access to the repository, its packages and its
#   releases. An action that is taken over then publishes in your name.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2]
#     owasp-cicd: [CICD-SEC-5]
#   remediation: Set permissions at the top of the workflow to contents read, and widen them for single jobs.
package planproof.rules.identity["pipeline-token-scoped"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["tokenPermissions"], message) if {
	some pipeline in input.subjects.pipeline
	pipeline.facts.tokenPermissions == "default"
	message := sprintf("Pipeline %s does not state the permissions of its token.", [pipeline.name])
}

violation contains finding.at(pipeline, ["tokenPermissions"], message) if {
	some pipeline in input.subjects.pipeline
	pipeline.facts.tokenPermissions == "write-all"
	message := sprintf("Pipeline %s gives its token every permission.", [pipeline.name])
}

undecided contains finding.undecided(pipeline, ["tokenPermissions"]) if some pipeline in input.subjects.pipeline

# Other systems give no token for the repository, or set what it may do outside the files.
examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.facts.tokenPermissions != null
}
