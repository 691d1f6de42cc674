using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

public sealed class WindowFileRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Windows_are_read_back_as_they_were_kept()
    {
        var file = new WindowFile(folder.File("report"));
        var failed = CannedWindows.Of(1, 2) with { Shares = [], Failure = "b: exit status 1" };

        file.Append(CannedWindows.Of(1.1));
        file.Append(failed);
        file.Append(CannedWindows.Of(1.1) with { Run = "other" });

        file.Read("run").Should().BeEquivalentTo([CannedWindows.Of(1.1), failed], options => options.WithStrictOrdering());
        file.Read("none").Should().BeEmpty();
    }

    [Fact]
    public void A_folder_without_the_file_has_no_windows() => new WindowFile(folder.File("nowhere")).Read("run").Should().BeEmpty();

    [Fact]
    public void Half_a_line_that_a_killed_run_left_is_not_a_window_and_spoils_none()
    {
        var file = new WindowFile(folder.Path);
        file.Append(CannedWindows.Of(1.1));
        File.AppendAllText(file.Path, """{"run":"run","at":"2026""");

        file.Append(CannedWindows.Of(1.2, 2));

        file.Read("run").Select(window => window.Number).Should().Equal(1, 2);
    }

    [Fact]
    public void A_window_of_another_version_is_left_alone()
    {
        var file = new WindowFile(folder.Path);
        file.Append(CannedWindows.Of(1.1) with { Schema = 99 });

        file.Read("run").Should().BeEmpty();
        File.ReadAllText(file.Path).Should().Contain("\"schema\":99");
    }

    [Fact]
    public void A_file_that_cannot_be_written_says_where_and_what_to_do()
    {
        Directory.CreateDirectory(folder.File("windows.jsonl"));
        var append = () => new WindowFile(folder.Path).Append(CannedWindows.Of(1));

        var fault = append.Should().Throw<PerfException>().Which;
        (fault.Status, fault.Where, fault.Remedy!.Contains("--output"))
            .Should().Be((ExitStatus.Missing, folder.File("windows.jsonl"), true));
    }
}
