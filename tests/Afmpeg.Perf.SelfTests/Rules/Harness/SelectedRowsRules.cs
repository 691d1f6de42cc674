using System.Diagnostics;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class SelectedRowsRules(ITestOutputHelper output)
{
    private static readonly string[] Ids = ["a/b/libx264-veryfast/wasmtime+Oz", "a/b/libx264-veryfast/v8+Oz"];

    public static TheoryData<string> Keys => TheoryRows.Of(Ids);

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_row_that_runs_was_selected(string key)
    {
        output.WriteLine($"theory selected: {string.Join(' ', Ids.Intersect(SelectedRows.CaseIds))}");
        SelectedRows.CaseIds.Should().Contain(key);
    }

    [SkippableTheory]
    [MemberData(nameof(Keys))]
    public void A_row_that_may_be_skipped_was_selected_too(string key)
    {
        output.WriteLine($"skippable selected: {string.Join(' ', Ids.Intersect(SelectedRows.CaseIds))}");
        SelectedRows.CaseIds.Should().Contain(key);
    }

    [Theory]
    [InlineData(nameof(A_row_that_runs_was_selected), "theory")]
    [InlineData(nameof(A_row_that_may_be_skipped_was_selected_too), "skippable")]
    public void A_row_that_is_run_alone_is_the_only_one(string theory, string kind)
    {
        var filter = $"FullyQualifiedName~{nameof(SelectedRowsRules)}.{theory}&DisplayName~v8";
        string[] arguments = ["test", typeof(SelectedRowsRules).Assembly.Location, "--filter", filter, "--logger", "console;verbosity=detailed"];
        using var alone = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = alone.StandardOutput.ReadToEnd();
        alone.WaitForExit();

        alone.ExitCode.Should().Be(0, text);
        text.Should().Contain($"{kind} selected: a/b/libx264-veryfast/v8+Oz\n").And.Contain("Total tests: 1\n");
    }
}
