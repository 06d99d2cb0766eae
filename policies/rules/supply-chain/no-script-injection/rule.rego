# METADATA
# title: Untrusted text is not pasted into scripts
# description: >-
#   An expression of GitHub, and what Groovy puts into a text in double quotes, is replaced before the shell starts: a
#   title or a branch name that holds a command runs as one, with the secrets and the token of the job. Passed through
#   an environment variable it stays text, as the variables of other systems do, unless eval, sh -c or ssh reads it once
#   more.
# related_resources:
#   - ref: https://securitylab.github.com/resources/github-actions-untrusted-input/
#     description: Untrusted input in GitHub Actions
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.28]
#     owasp-cicd: [CICD-SEC-4]
#   remediation: >-
#     Give it to the script as an environment variable, in quotes and outside of what eval, sh -c or ssh run
#     (Jenkins: a text in single quotes).
package planproof.rules["supply-chain"]["no-script-injection"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["injections", i, "expression"], message) if {
	some pipeline in input.subjects.pipeline
	some i, injection in pipeline.facts.injections
	is_string(injection.expression)
	message := sprintf("Pipeline %s pastes %s, which an outsider controls, into a script.", [pipeline.name, injection.expression])
}

undecided contains finding.undecided(pipeline, ["injections", i, "expression"]) if {
	some pipeline in input.subjects.pipeline
	some i, _ in pipeline.facts.injections
}
