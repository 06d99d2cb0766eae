# METADATA
# title: Secrets that a step passes on stay secrets
# description: >-
#   A variable that a script sets is one like any other, unless the command says that it is a secret: each later step has
#   it in its environment, the code of others too, and nothing hides it in the log.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables
#     description: Secret variables in Azure Pipelines
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, AU-9]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Add issecret=true to the command, and map the variable into the steps that need it.
package planproof.rules.secrets["variables-stay-secret"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["bareSecrets", i, "secret"], message) if {
	some pipeline in input.subjects.pipeline
	some i, bare in pipeline.facts.bareSecrets
	bare.how == "variable"
	message := sprintf("Pipeline %s passes %s on as a variable that is no secret.", [pipeline.name, bare.secret])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format == "azure-pipelines"
}
