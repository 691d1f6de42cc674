using System.Collections.Immutable;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// The rows that this test run was asked for: all of them in a full run, one where a single row was started. A measuring fixture gives
/// them to <c>CaseMatrix.Select</c>, which adds the baselines, so that a row run alone measures only what it needs.
/// </summary>
public static class SelectedRows
{
    /// <summary>The string keys of the selected theory rows; those that are no case ids are ignored by the matrix.</summary>
    public static ImmutableHashSet<string> CaseIds { get; private set; } = [];

    internal static void Record(IEnumerable<IXunitTestCase> testCases) =>
        CaseIds = [.. testCases.SelectMany(testCase => testCase.TestMethodArguments ?? []).OfType<string>()];
}
