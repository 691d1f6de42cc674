using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>The launcher (toolchain/launcher.c) as the library uses it.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class MeasuredProcessRules : IDisposable
{
    private readonly WorkFolder work = WorkFolder.Create();

    public void Dispose() => work.Dispose();

    [SkippableTheory]
    [InlineData("exit 0", 0, null)]
    [InlineData("exit 3", 3, null)]
    [InlineData("exit 125", 125, null)]
    [InlineData("exit 143", 143, null)]
    [InlineData("kill -TERM $$", null, 15)]
    [InlineData("kill -KILL $$", null, 9)]
    [InlineData("kill -SEGV $$", null, 11)]
    public void An_exit_status_or_signal_is_the_commands_own(string script, int? status, int? signal)
    {
        var end = Shell(script);

        (end.ExitCode, end.Signal, end.TimedOut).Should().Be((status, signal, false));
        end.Usage.Should().NotBeNull();
    }

    [SkippableFact]
    public void A_missing_command_gives_127_and_is_named()
    {
        var end = Run("/no/such/ffmpeg");

        end.ExitCode.Should().Be(127);
        end.ErrorTail.Should().Contain("/no/such/ffmpeg").And.Contain("No such file");
    }

    [SkippableFact]
    public void No_argument_goes_through_a_shell()
    {
        Run("/bin/sh", "-c", """printf '<%s>' "$@" >&2""", "sh", "a b", "$HOME", "'", "").ErrorTail.Should().Be("<a b><$HOME><'><>");
    }

    [SkippableFact]
    public void A_work_folder_without_room_for_the_accounting_is_reported_with_its_path()
    {
        using var disk = new SmallDisk();
        using var full = WorkFolder.Create(disk.Path);
        disk.Fill(free: 0);

        var fault = FluentActions.Invoking(
            () => new MeasuredProcess(Launcher.Path).Run("/bin/true", [], full, TimeSpan.FromSeconds(60), CancellationToken.None))
            .Should().Throw<PerfException>().Which;

        (fault.Status, fault.Where!.StartsWith(disk.Path, StringComparison.Ordinal)).Should().Be((ExitStatus.Missing, true));
        fault.Remedy.Should().StartWith("make room");
        File.Delete(Path.Combine(disk.Path, "filler"));
    }

    [SkippableFact]
    public void Only_the_end_of_a_long_error_is_kept()
    {
        var tail = Shell("yes error | head -n 5000 >&2; echo last >&2").ErrorTail;

        tail.Should().StartWith("...").And.EndWith("last");
        tail.Length.Should().BeLessThan(3000);
        Shell("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2").ExitCode.Should().Be(0, "more than a pipe holds stops nothing");
    }

    [SkippableFact]
    public void The_limit_ends_the_command_with_all_its_descendants()
    {
        var mark = Mark();

        var end = Shell($"setsid sh -c 'sleep 4; echo > out/survived; : {mark}' & sleep 20; : {mark}", TimeSpan.FromSeconds(0.3));

        (end.TimedOut, end.ExitCode, end.Usage).Should().Be((true, null, null));
        NothingIsLeftOf(mark, "a new session is no way out");
    }

    [SkippableFact]
    public void Processes_that_a_command_leaves_in_the_background_end_with_it()
    {
        var mark = Mark();

        Shell($"setsid sh -c 'sleep 4; echo > out/survived; : {mark}' >/dev/null 2>&1 & exit 0").ExitCode.Should().Be(0);

        NothingIsLeftOf(mark, "it would run beside the next measurement");
    }

    [SkippableFact]
    public void Stopping_the_launcher_stops_the_command_and_its_descendants()
    {
        // The shell finds the launcher as its parent, and asks it to stop.
        var mark = Mark();

        var end = Shell($"setsid sh -c 'sleep 4; echo > out/survived; : {mark}' >/dev/null 2>&1 & kill -TERM $PPID; sleep 20; : {mark}");

        end.Signal.Should().Be(9);
        NothingIsLeftOf(mark, "the launcher takes all down with it");
    }

    [SkippableFact]
    public void The_accounting_covers_the_command_alone()
    {
        var here = new byte[200 << 20];
        Array.Fill(here, (byte)1);
        using var stop = new CancellationTokenSource();
        var busy = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Thread.SpinWait(1000);
            }
        });
        busy.Start();

        var usage = Run("/bin/sleep", "0.3").Usage!;
        stop.Cancel();
        busy.Join();

        usage.PeakResident.Bytes.Should().BeLessThan(here.Length, "what this process holds is not the command's");
        (usage.User + usage.System).Should().BeLessThan(usage.Wall / 2, "what this process computes is not the command's");
    }

    // Gone, and not by having come to its own end while this process waited for it.
    private void NothingIsLeftOf(string mark, string because)
    {
        LiveProcesses.Await(mark, any: false).Should().BeTrue(because);
        File.Exists(Path.Combine(work.Output, "survived")).Should().BeFalse(because);
    }

    private static string Mark() => $"afmpeg-mark-{Guid.NewGuid():N}";

    private ProcessEnd Shell(string script, TimeSpan? limit = null) => Run(limit, "/bin/sh", "-c", script);

    private ProcessEnd Run(string command, params string[] arguments) => Run(null, command, arguments);

    private ProcessEnd Run(TimeSpan? limit, string command, params string[] arguments) =>
        new MeasuredProcess(Launcher.Path).Run(command, arguments, work, limit ?? TimeSpan.FromSeconds(60), CancellationToken.None);
}
