package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/util"
)

// unformatted is a file that `opa fmt` would change, with what it would become.
type unformatted struct {
	File      string `json:"file"`
	Formatted string `json:"formatted"`
}

func formatPolicies(req request) response {
	res := response{Problems: []problem{}, Unformatted: []unformatted{}}
	for _, path := range util.KeysSorted(req.Files) {
		formatted, err := format.SourceWithOpts(path, []byte(req.Files[path]), format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			res.Problems = append(res.Problems, problemsOf(path, err)...)
		} else if string(formatted) != req.Files[path] {
			res.Unformatted = append(res.Unformatted, unformatted{File: path, Formatted: string(formatted)})
		}
	}
	return res
}
