# METADATA
# title: Environments have the planned services, as many and as large
# description: >-
#   What an environment costs, carries and survives was reckoned with the services in the plan. One that the code does not
#   make, or makes smaller or fewer, is found out under load. Modules that are not among the files may make any service.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [cloud-service, stack]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CM-2, CM-8, CP-2(2)]
#     soc2: [A1.1, CC8.1]
#     iso-27001: [A.8.6, A.8.9]
#   statements:
#     - environments[].services[]
#   remediation: Write the service as the plan lists it, or correct the environment's services in the plan.
package planproof.rules.delivery["services-as-planned"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

# Names that the tables of services know, so that what is not found under them is not there.
_known := {
	"rds", "rdspostgres", "rdspostgresql", "rdsmysql", "rdsmariadb", "aurora", "aurorapostgres", "auroramysql", "dynamodb",
	"elasticache", "elasticacheredis", "s3", "sqs", "sns", "msk", "amazonmq", "eks", "ecs", "fargate", "ec2", "lambda", "efs",
	"alb", "nlb", "cloudfront", "opensearch", "aks", "azurepostgresql", "azuremysql", "azuresql", "cosmosdb", "servicebus",
	"documentdb", "redshift", "kinesis", "appservice", "azurefunctions", "containerapps", "blobstorage", "cloudspanner",
	"firestore", "cloudfunctions", "cloudstorage", "gke", "cloudsql", "cloudsqlpostgres", "cloudsqlmysql", "memorystore", "gcs", "pubsub", "cloudrun", "bigquery",
}

violation contains finding.at(environment, ["services", i, "service"], message) if {
	some [environment, i, service] in _listed
	count(_found(environment, service)) == 0
	not _hidden(environment)
	message := sprintf("Environment %s is planned with %s, which its infrastructure code does not make.", [environment.name, service.service])
}

violation contains finding.about(environment, ["services", i, "size"], message, [place]) if {
	some [environment, i, service] in _listed
	is_string(service.size)
	found := [one | some one in _found(environment, service); one.facts.size != null]
	count(found) > 0
	every one in found {
		is_string(one.facts.size)
		one.facts.size != service.size
	}
	message := sprintf("%s of %s is planned as %s; the code has %s.", [service.service, environment.name, service.size, concat(", ", {one.facts.size | some one in found})])
	place := finding.place(found[0], ["size"], "The size is here.")
}

violation contains finding.about(environment, ["services", i, "storageGib"], message, [place]) if {
	some [environment, i, service] in _listed
	is_number(service.storageGib)
	found := [one | some one in _found(environment, service); one.facts.storageGib != null]
	count(found) > 0
	every one in found {
		is_number(one.facts.storageGib)
		one.facts.storageGib != service.storageGib
	}
	message := sprintf("%s of %s is planned with %v GiB; the code has %s.", [service.service, environment.name, service.storageGib, concat(", ", {sprintf("%v", [one.facts.storageGib]) | some one in found})])
	place := finding.place(found[0], ["storageGib"], "The storage is here.")
}

violation contains finding.about(environment, ["services", i, "count"], message, [place]) if {
	some [environment, i, service] in _listed
	is_number(service.count)
	found := [one | some one in _found(environment, service); not one.facts.most == 0]
	count(found) > 0
	every one in found {
		is_number(one.facts.least)
		is_number(one.facts.most)
	}
	not _hidden(environment)
	least := sum([one.facts.least | some one in found])
	most := sum([one.facts.most | some one in found])
	planned := _counted(environment, service)
	_outside(planned, least, most)
	message := sprintf("Environment %s is planned with %d of %s; the code has %s.", [environment.name, planned, service.service, _range(least, most)])
	place := finding.place(found[0], ["most"], "The number is here.")
}

undecided contains finding.undecided_because(environment, ["services", i, "service"], reason) if {
	some [environment, i, service] in _listed
	count(_found(environment, service)) == 0
	some reason in _hiding(environment)
}

undecided contains finding.undecided_because(environment, ["services", i, "service"], reason) if {
	some environment in _provisioned
	some i, service in environment.facts.services
	service.hosting == "cloud"
	not _told(environment, service)
	reason := sprintf("nothing tells which resources of the code are called %s", [service.service])
}

undecided contains finding.undecided(one, ["size"]) if {
	some [environment, _, service] in _listed
	is_string(service.size)
	some one in _found(environment, service)
}

undecided contains finding.undecided(one, ["most"]) if {
	some [environment, _, service] in _listed
	is_number(service.count)
	some one in _found(environment, service)
}

examined contains finding.examined(environment) if some [environment, _, _] in _listed

# What stands in one's own rooms is made by nobody's code here; what has a name of its own is told by nothing.
_listed := [[environment, i, service] |
	some environment in _provisioned
	some i, service in environment.facts.services
	service.hosting == "cloud"
	_told(environment, service)
]

_provisioned := [environment |
	some environment in input.subjects["plan-environment"]
	is_array(environment.facts.foundStacks)
	count(environment.facts.foundStacks) > 0
]

_told(_, service) if _plain(service.service) in _known

_told(environment, service) if count(_found(environment, service)) > 0

_found(environment, service) := [one |
	some one in input.subjects["cloud-service"]
	one.environment == environment.name
	is_array(one.facts.services)
	_plain(service.service) in one.facts.services
]

_counted(environment, service) := sum([other.count |
	some other in environment.facts.services
	_plain(other.service) == _plain(service.service)
	is_number(other.count)
])

_outside(planned, least, _) if planned < least

_outside(planned, _, most) if planned > most

_range(least, most) := sprintf("%v", [least]) if least == most

_range(least, most) := sprintf("%v to %v", [least, most]) if least != most

_hidden(environment) if some _ in _hiding(environment)

# Calls of modules whose code is not here, and services that are not told.
_hiding(environment) := {reason |
	some stack in input.subjects.stack
	stack.facts.path in environment.facts.foundStacks
	some address in stack.facts.resources
	regex.match(`^(module\.[^.]+\.?)+$`, address)
	reason := sprintf("the code of %s is not among the files", [address])
} | {one.facts.services.unknown |
	some one in input.subjects["cloud-service"]
	one.environment == environment.name
	unknown.is(one.facts.services)
}

_plain(name) := regex.replace(lower(name), "[^a-z0-9]", "")
