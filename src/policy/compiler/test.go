package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// testResult is the outcome of one `test_…` rule.
type testResult struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Name    string `json:"name"`
	Outcome string `json:"outcome"`
	// Detail is the expression that failed with its line, the error, or what the test printed.
	Detail string `json:"detail,omitempty"`
}

func testPolicies(req request) (response, error) {
	result := check(req)
	res := response{Problems: result.problems, Tests: []testResult{}}
	if len(result.problems) > 0 {
		return res, nil
	}
	ctx := context.Background()
	store := inmem.New()
	txn, err := store.NewTransaction(ctx, storage.TransactionParams{})
	if err != nil {
		return res, err
	}
	defer store.Abort(ctx, txn)
	// A compiler compiles once: the runner needs its own.
	runner := tester.NewRunner().
		SetCompiler(newCompiler(req)).
		SetStore(store).
		SetModules(result.modules).
		CapturePrintOutput(true).
		EnableTracing(true).
		RaiseBuiltinErrors(true).
		SetParallel(1)
	results, err := runner.RunTests(ctx, txn)
	if err != nil {
		return res, err
	}
	for r := range results {
		res.Tests = append(res.Tests, testResult{
			File:    r.Location.File,
			Line:    r.Location.Row,
			Name:    r.Name,
			Outcome: outcomeOf(r),
			Detail:  detailOf(r),
		})
	}
	slices.SortStableFunc(res.Tests, func(a, b testResult) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return res, nil
}

func outcomeOf(r *tester.Result) string {
	switch {
	case r.Skip:
		return "skipped"
	case r.Error != nil:
		return "error"
	case r.Fail:
		return "failed"
	}
	return "passed"
}

func detailOf(r *tester.Result) string {
	switch {
	case r.Error != nil:
		return r.Error.Error()
	case r.Fail:
		return strings.TrimSpace(string(r.Output) + lastFailure(r))
	}
	return string(r.Output)
}

// lastFailure is the last expression of the test itself that was not true, with the values its variables had.
func lastFailure(r *tester.Result) string {
	for _, event := range slices.Backward(r.Trace) {
		if _, ok := event.Node.(*ast.Expr); !ok || event.Op != topdown.FailOp || event.Location == nil || event.Location.File != r.Location.File {
			continue
		}
		return fmt.Sprintf("line %d: %s%s", event.Location.Row, event.Location.Text, valuesAt(event))
	}
	return ""
}

func valuesAt(event *topdown.Event) string {
	var values []string
	event.Locals.Iter(func(name, value ast.Value) bool {
		if local, ok := name.(ast.Var); ok {
			if known, ok := event.LocalMetadata[local]; ok {
				values = append(values, fmt.Sprintf("%s is %s", known.Name, value))
			}
		}
		return false
	})
	if len(values) == 0 {
		return ""
	}
	slices.Sort(values)
	return ", where " + strings.Join(values, ", ")
}
