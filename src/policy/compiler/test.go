package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// testResult is the outcome of one `test_…` rule.
type testResult struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Name    string `json:"name"`
	Outcome string `json:"outcome"`
	// Detail is the expression that failed, the error, or what the test printed.
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
	// The runner compiles again: with the compiler of the check, tests would lose `with` on rewritten names.
	runner := tester.NewRunner().
		SetCompiler(newCompiler(req)).
		SetStore(store).
		SetModules(result.modules).
		CapturePrintOutput(true).
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
	case r.FailedAt != nil:
		return r.FailedAt.String()
	}
	return string(r.Output)
}
