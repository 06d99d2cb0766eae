# METADATA
# title: Scripts take secrets from variables, not from their text
# description: >-
#   Groovy puts what stands in a text of double quotes into the script before a shell starts: the secret is in the
#   command line, where each process of the machine sees it, and what it holds may run as a command. Jenkins warns of it
#   in the log of each run.
# related_resources:
#   - ref: https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#string-interpolation
#     description: String interpolation in Jenkins
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, SI-10]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Write the script in single quotes, so that the shell takes the secret from its environment.
package planproof.rules.secrets["not-pasted-into-scripts"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["bareSecrets", i, "secret"], message) if {
	some pipeline in input.subjects.pipeline
	some i, bare in pipeline.facts.bareSecrets
	bare.how == "pasted"
	message := sprintf("Pipeline %s pastes the secret %s into a script.", [pipeline.name, bare.secret])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format == "jenkins"
}
