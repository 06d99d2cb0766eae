# METADATA
# title: Rollback procedures go back the way that is planned
# description: >-
#   The procedure is followed when the planned way back is needed. One that describes another tool was written
#   for a pipeline that is gone.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [document]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-10, IR-8]
#     soc2: [CC8.1, A1.2]
#     iso-27001: [A.5.37]
#   statements:
#     - delivery.environments.<name>.rollback.mechanism
#     - delivery.environments.<name>.rollback.procedure
#   remediation: Describe the planned mechanism in the procedure, or correct the plan.
package planproof.rules.rollback["procedure-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["rollbackProcedure", "path"], message) if {
	some environment in _judged
	some document in _documents(environment)
	environment.facts.rollbackAutomatic != true
	named := _named(document)
	count(named) > 0
	not environment.facts.rollbackMechanism in named
	message := sprintf("The plan goes back by %s in %s; the procedure %s describes %s.", [environment.facts.rollbackMechanism, environment.name, document.name, concat(", ", sort(named))])
}

violation contains finding.at(environment, ["rollbackProcedure", "path"], message) if {
	some environment in _judged
	some document in _documents(environment)
	commanded := {named.mechanism | some named in document.facts.mechanisms; named.command}
	count(commanded) > 0
	is_array(environment.facts.foundRollbacks)
	count(environment.facts.foundRollbacks) > 0
	count({mechanism | some mechanism in environment.facts.foundRollbacks; mechanism in _named(document)}) == 0
	environment.facts.rollbackMechanism in _named(document)
	message := sprintf("The procedure %s describes %s; the files go back by %s in %s.", [document.name, concat(", ", sort(commanded)), concat(", ", environment.facts.foundRollbacks), environment.name])
}

undecided contains finding.undecided(document, ["whole"]) if {
	some environment in _judged
	some document in _documents(environment)
}

examined contains finding.examined(environment) if some environment in _judged

_judged := [environment |
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.rollbackMechanism)
	environment.facts.rollbackProcedure.exists == true
]

_documents(environment) := [document |
	some document in input.subjects.document
	document.facts.path == split(environment.facts.rollbackProcedure.path, "#")[0]
]

_named(document) := {named.mechanism | some named in document.facts.mechanisms}
