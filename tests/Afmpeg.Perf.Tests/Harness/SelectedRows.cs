using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// The rows that this test run was asked for: all of them, or one that was started alone. A measuring fixture gives them to
/// <c>CaseMatrix.Select</c>, which adds the baselines, so that a row run alone measures only what it needs.
/// </summary>
public static class SelectedRows
{
    /// <summary>The string keys of the selected theory rows; the matrix ignores those that are no case ids.</summary>
    public static ImmutableHashSet<string> CaseIds { get; private set; } = [];

    internal static void Record(IEnumerable<IXunitTestCase> testCases) =>
        CaseIds = [.. testCases.SelectMany(testCase => testCase.TestMethodArguments ?? []).OfType<string>()];
}
