package planproof.rules.workload["container-engine-closed_test"]

import data.planproof.rules.workload["container-engine-closed"] as rule

_workloads(path) := [{
	"kind": "workload", "id": "w", "name": "w",
	"facts": {"containers": [{"name": "a", "hostPaths": [{"path": "/data"}, {"path": path}]}]},
}]

_violated(path) := {one.path | some one in rule.violation with input.subjects.workload as _workloads(path)}

test_sockets_of_engines_control_them if {
	every path in {"/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock", "/run/crio/crio.sock", "/run/podman/podman.sock"} {
		_violated(path) == {["containers", 0, "hostPaths", 1, "path"]}
	}
}

test_other_paths_do_not if {
	every path in {"/var/lib/docker", "/var/run", "/run/mysqld/mysqld.sock", "/opt/docker.socket"} {
		_violated(path) == set()
	}
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.workload as _workloads({"unknown": "x"})
	{one.path | some one in undecided} == {["containers", 0, "hostPaths", 1, "path"]}
	_violated({"unknown": "x"}) == set()
}
