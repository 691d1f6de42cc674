using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.SelfTests.Rules.Measurements;

public sealed class MeasurementLockRules : IDisposable
{
    // No rule comes to its end by this time passing.
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly TemporaryFolder folder = new();
    private readonly List<string> told = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_free_turn_is_taken_silently()
    {
        using (await Take(TimeSpan.Zero))
        {
            (await File.ReadAllTextAsync(folder.File("lock.holder"))).Should().Be($"{Environment.ProcessId}\n/first/report\n");
        }

        (await File.ReadAllTextAsync(folder.File("lock.holder"))).Should().BeEmpty();
        told.Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_run_that_does_not_wait_is_refused_at_once_and_told_who_is_measuring()
    {
        using var first = await Take(TimeSpan.Zero);

        var fault = (await Awaiting(() => Take(TimeSpan.Zero)).Should().ThrowAsync<PerfException>()).Which;

        (fault.Status, fault.Observed).Should().Be((ExitStatus.Missing, $"process {Environment.ProcessId}, which writes to /first/report"));
        fault.Remedy.Should().Contain("--wait");
        told.Should().BeEmpty("it does not wait");
    }

    [Fact]
    public async Task A_second_run_waits_says_so_once_and_continues_when_the_first_has_ended()
    {
        var first = await Take(TimeSpan.Zero);
        var second = Take(Long, "/second/report");
        await Task.Yield();
        told.Should().Equal($"process {Environment.ProcessId}, which writes to /first/report, {Long}");
        second.IsCompleted.Should().BeFalse();

        first.Dispose();

        using var taken = await second;
        told.Should().ContainSingle();
        (await File.ReadAllTextAsync(folder.File("lock.holder"))).Should().Contain("/second/report");
    }

    [Fact]
    public async Task Patience_ends()
    {
        using var first = await Take(TimeSpan.Zero);

        // Long enough to look twice, and to say it once all the same.
        var fault = (await Awaiting(() => Take(TimeSpan.FromSeconds(1.1))).Should().ThrowAsync<PerfException>()).Which;

        fault.Observed.Should().EndWith("still running after 1 s");
        told.Should().ContainSingle();
    }

    [Fact]
    public async Task Waiting_can_be_interrupted()
    {
        using var first = await Take(TimeSpan.Zero);
        using var interrupt = new CancellationTokenSource();
        var second = MeasurementLock.Take(folder.File("lock"), "/second/report", Long, (_, _) => { }, interrupt.Token);

        await interrupt.CancelAsync();

        await Awaiting(() => second).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Another_process_keeps_its_turn_until_it_is_killed_and_then_leaves_nothing_to_clean_up()
    {
        using (await Take(TimeSpan.Zero))
        {
            // The file is there.
        }

        using var other = Process.Start(new ProcessStartInfo("flock",
            ["--no-fork", folder.File("lock"), "sh", "-c", "echo has it; exec cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        (await other.StandardOutput.ReadLineAsync()).Should().Be("has it");
        await File.WriteAllTextAsync(folder.File("lock.holder"), $"{other.Id}\n/other/report\n");
        (await Awaiting(() => Take(TimeSpan.Zero)).Should().ThrowAsync<PerfException>())
            .Which.Observed.Should().Be($"process {other.Id}, which writes to /other/report");

        other.Kill();
        await other.WaitForExitAsync();

        using var taken = await Take(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("")]
    [InlineData("who\nknows\n")]
    [InlineData("999999999\n/gone/report\n")]
    public async Task A_holder_that_does_not_exist_is_not_named(string holder)
    {
        using var first = await Take(TimeSpan.Zero);
        await File.WriteAllTextAsync(folder.File("lock.holder"), holder);

        (await Awaiting(() => Take(TimeSpan.Zero)).Should().ThrowAsync<PerfException>()).Which.Observed.Should()
            .Be("a process that left no name");
    }

    [Fact]
    public async Task Every_user_may_lock_the_file()
    {
        using var first = await Take(TimeSpan.Zero);

        const UnixFileMode All = (UnixFileMode)0b110_110_110;
        (File.GetUnixFileMode(folder.File("lock")), File.GetUnixFileMode(folder.File("lock.holder"))).Should().Be((All, All));
    }

    [Fact]
    public async Task A_link_in_its_place_is_not_followed()
    {
        await File.WriteAllTextAsync(folder.File("mine"), "precious");
        File.CreateSymbolicLink(folder.File("lock"), folder.File("mine"));

        (await Awaiting(() => Take(Long)).Should().ThrowAsync<PerfException>()).Which.Observed.Should().Contain("it is a link to");

        File.Delete(folder.File("lock"));
        File.CreateSymbolicLink(folder.File("lock.holder"), folder.File("mine"));
        using var taken = await Take(TimeSpan.Zero);
        (await File.ReadAllTextAsync(folder.File("mine"))).Should().Be("precious");
    }

    [Fact]
    public async Task A_file_that_cannot_be_locked_is_reported()
    {
        Directory.CreateDirectory(folder.File("lock"));

        (await Awaiting(() => Take(Long)).Should().ThrowAsync<PerfException>()).Which.Status.Should().Be(ExitStatus.Missing);
    }

    private static Func<Task> Awaiting(Func<Task> work) => work;

    private Task<FileLock> Take(TimeSpan wait, string output = "/first/report") => MeasurementLock.Take(
        folder.File("lock"), output, wait, (holder, limit) => told.Add($"{holder}, {limit}"), CancellationToken.None);
}
