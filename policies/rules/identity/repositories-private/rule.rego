# METADATA
# title: Repositories are private
# description: >-
#   What is in a public repository was copied by strangers before anyone takes it back: code, names of servers, and
#   whatever secret someone once committed. GitHub makes public what nobody says is not.
# related_resources:
#   - ref: https://docs.github.com/repositories/creating-and-managing-repositories/about-repositories
#     description: About repository visibility
# custom:
#   severity: warning
#   applies_to: [repository]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, AC-22]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.4]
#   remediation: State that it is private, or accept this where the code is meant for everyone.
package planproof.rules.identity["repositories-private"]

import data.planproof.lib.finding

violation contains finding.at(repository, ["public"], message) if {
	some repository in input.subjects.repository
	repository.facts.public == true
	message := sprintf("Everyone can read repository %s.", [repository.name])
}

undecided contains finding.undecided(repository, ["public"]) if some repository in input.subjects.repository

examined contains finding.examined(repository) if some repository in input.subjects.repository
