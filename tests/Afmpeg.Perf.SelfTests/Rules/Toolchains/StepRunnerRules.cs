using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Toolchains;

public sealed class StepRunnerRules : IDisposable
{
    private readonly SetupSite site = new();
    private readonly List<SetupEvent> told = [];

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_step_returns_what_it_wrote_and_reports_when_it_begins_and_ends()
    {
        site.Script("good.sh", "echo answer");

        (await site.Run("good.sh")).Should().Be("answer\n");

        site.Told.Select(progress => progress.State).Should().Equal(SetupState.Started, SetupState.Done);
    }

    [Fact]
    public async Task A_step_that_fails_shows_the_last_40_lines_of_its_log_and_where_the_log_is()
    {
        site.Script("bad.sh", "seq 100; echo 'no room' >&2; exit 7");

        var fault = (await site.Awaiting(step => step.Run("bad.sh")).Should().ThrowAsync<PerfException>()).Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Where.Should().Be(Path.Combine(site.Folders.Logs, "a_step.log"));
        fault.Observed.Should().StartWith("exit status 7").And.EndWith("no room");
        fault.Observed!.Split('\n').Skip(1).Should().HaveCount(40).And.StartWith("62");
        site.Told.Should().NotContain(progress => progress.State == SetupState.Done);
    }

    [Fact]
    public async Task Interrupting_a_step_ends_its_children_too()
    {
        var mark = $"afmpeg-mark-{Guid.NewGuid():N}";
        site.Script("long.sh", $"bash -c 'sleep 20; : {mark}'; :");
        using var interrupt = new CancellationTokenSource();
        var run = site.Run("long.sh", interrupt.Token);
        LiveProcesses.Await(mark, any: true).Should().BeTrue();

        await interrupt.CancelAsync();

        await FluentActions.Awaiting(() => run).Should().ThrowAsync<OperationCanceledException>();
        LiveProcesses.Await(mark, any: false).Should().BeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"build\": 1")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"build\": \"soon\"}")]
    public async Task A_step_reports_how_long_it_took_last_time_and_damaged_times_count_as_none(string? kept)
    {
        Directory.CreateDirectory(site.Folders.Cache);
        await File.WriteAllTextAsync(Path.Combine(site.Folders.Cache, "step-times.json"), kept ?? """{"a step":61.5}""");
        site.Script("good.sh", "");

        await new StepRunner(site.Folders, told.Add).Script(
            "a step", "good.sh", [], new Dictionary<string, string?>(), CancellationToken.None);
        await new StepRunner(site.Folders, told.Add).Script(
            "a step", "good.sh", [], new Dictionary<string, string?>(), CancellationToken.None);

        told[0].LastTime.Should().Be(kept is null ? TimeSpan.FromSeconds(61.5) : null);
        told[^1].LastTime.Should().BeLessThan(TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task Times_that_cannot_be_saved_do_not_fail_a_step()
    {
        Directory.CreateDirectory(Path.Combine(site.Folders.Cache, "step-times.json"));
        site.Script("good.sh", "");

        await site.Run("good.sh");

        site.Told[^1].State.Should().Be(SetupState.Done);
    }
}
