// The compiler is OPA's own parser, checker, Wasm compiler, formatter and test runner behind one JSON request
// on standard input and one JSON answer on standard output. It is built for WASI and runs inside Node.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// request says what to do with which policies.
type request struct {
	// Command is compile, check, format or test.
	Command string `json:"command"`
	// Files maps paths to Rego source.
	Files map[string]string `json:"files"`
	// InputSchema is the JSON Schema of `input`; null leaves input unchecked.
	InputSchema any `json:"inputSchema"`
	// Entrypoints are slash-separated paths of documents below `data`.
	Entrypoints []string `json:"entrypoints"`
	// Builtins are the names of the functions that policies may call.
	Builtins []string `json:"builtins"`
}

type response struct {
	Problems    []problem     `json:"problems"`
	Wasm        []byte        `json:"wasm,omitempty"`
	Modules     []moduleInfo  `json:"modules,omitempty"`
	Unformatted []unformatted `json:"unformatted,omitempty"`
	Tests       []testResult  `json:"tests,omitempty"`
}

func main() {
	var req request
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		fail(err)
	}
	res, err := answer(req)
	if err != nil {
		fail(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(res); err != nil {
		fail(err)
	}
}

func answer(req request) (response, error) {
	switch req.Command {
	case "compile":
		return compilePolicies(req)
	case "check":
		return checkPolicies(req), nil
	case "format":
		return formatPolicies(req), nil
	case "test":
		return testPolicies(req)
	}
	return response{}, fmt.Errorf("unknown command %q", req.Command)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
