# METADATA
# title: Mistakes in pipelines
# description: What formats find wrong in a pipeline, as the findings of the rule that tells of its sort.
package planproof.lib.mistakes

import data.planproof.lib.finding

# METADATA
# description: Those of one sort that are certain.
told(pipelines, sort) := {finding.at(pipeline, ["mistakes", i, "problem"], message) |
	some pipeline in pipelines
	some i, mistake in pipeline.facts.mistakes
	mistake.about == sort
	is_string(mistake.problem)
	message := sprintf("In %s, %s.", [pipeline.name, mistake.problem])
}

# METADATA
# description: Those of one sort that may be none.
open(pipelines, sort) := {finding.undecided(pipeline, ["mistakes", i, "problem"]) |
	some pipeline in pipelines
	some i, mistake in pipeline.facts.mistakes
	mistake.about == sort
}
