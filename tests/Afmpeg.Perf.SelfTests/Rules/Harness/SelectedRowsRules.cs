using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class SelectedRowsRules(ITestOutputHelper output)
{
    private static readonly string[] Ids = ["a/b/libx264-veryfast/wasmtime+Oz", "a/b/libx264-veryfast/v8+Oz"];

    public static TheoryData<string> Keys => TheoryRows.Of(Ids);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_row_that_runs_was_selected(string key) => IsSelected(key);

    [SkippableTheory]
    [MemberData(nameof(Keys))]
    public void A_row_that_can_be_skipped_was_selected_too(string key) => IsSelected(key);

    [Theory]
    [InlineData(nameof(A_row_that_runs_was_selected))]
    [InlineData(nameof(A_row_that_can_be_skipped_was_selected_too))]
    public void A_row_that_is_run_alone_is_the_only_one(string theory)
    {
        var filter = $"FullyQualifiedName~{nameof(SelectedRowsRules)}.{theory}&DisplayName~v8";
        var assembly = typeof(SelectedRowsRules).Assembly.Location;
        var (status, text, errors) = BuiltCommand.RunProgram(
            "dotnet", "/", "test", assembly, "--filter", filter, "--logger", "console;verbosity=detailed");

        status.Should().Be(0, $"{text}{errors}");
        text.Should().Contain("selected: a/b/libx264-veryfast/v8+Oz\n").And.Contain("Total tests: 1\n");
    }

    private void IsSelected(string key)
    {
        output.WriteLine($"selected: {string.Join(' ', Ids.Intersect(SelectedRows.CaseIds))}");
        SelectedRows.CaseIds.Should().Contain(key);
    }
}
