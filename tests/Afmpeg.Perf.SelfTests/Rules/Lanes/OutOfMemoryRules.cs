using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>A process that the kernel kills because it is out of memory: a failed row that says so.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class OutOfMemoryRules : IDisposable
{
    private const string Groups = "/sys/fs/cgroup/memory";
    private const long Room = 32L << 20;

    // Twice the room, in one piece.
    private const string Glutton = "dd if=/dev/zero of=/dev/null bs=64M count=1";

    private readonly WorkFolder work = WorkFolder.Create();
    private readonly string group = Path.Combine(Groups, $"afmpeg-rules-{Guid.NewGuid():N}");

    public void Dispose()
    {
        work.Dispose();
        if (Directory.Exists(group))
        {
            Directory.Delete(group);
        }
    }

    [SkippableFact]
    public void A_command_that_is_killed_out_of_memory_says_so()
    {
        LimitMemory();

        var end = Shell($"echo $$ > {group}/cgroup.procs; exec {Glutton}");

        (end.Signal, end.RanOutOfMemory).Should().Be((9, true), end.ErrorTail);
        end.ToReading(_ => throw new InvalidOperationException(), TimeSpan.Zero).Reason
            .Should().StartWith("ended by signal 9, while the kernel killed a process of this machine because it was out of memory");
    }

    [SkippableFact]
    public void A_command_whose_child_is_killed_out_of_memory_fails_by_its_own_status()
    {
        LimitMemory();

        var end = Shell($"echo $$ > {group}/cgroup.procs; {Glutton}; exit 3");

        (end.ExitCode, end.RanOutOfMemory).Should().Be((3, true));
    }

    [SkippableFact]
    public void A_command_that_somebody_killed_does_not_say_so() =>
        Shell("kill -KILL $$").ToReading(_ => throw new InvalidOperationException(), TimeSpan.Zero).Reason
            .Should().StartWith("ended by signal 9: ");

    [SkippableFact]
    public void A_file_beyond_the_shells_limit_is_reported_as_such() =>
        Shell("ulimit -f 1; exec head -c 100000 /dev/zero > out/large").ToReading(
            _ => throw new InvalidOperationException(), TimeSpan.Zero).Reason
            .Should().Contain("ulimit -f");

    private ProcessEnd Shell(string script) =>
        new MeasuredProcess(Launcher.Path).Run("/bin/sh", ["-c", script], work, TimeSpan.FromSeconds(30), CancellationToken.None);

    private void LimitMemory()
    {
        Skip.IfNot(Directory.Exists(Groups), $"control groups of version 1 are not mounted on {Groups}");
        try
        {
            Directory.CreateDirectory(group);
            File.WriteAllText(Path.Combine(group, "memory.swappiness"), "0");
            File.WriteAllText(Path.Combine(group, "memory.limit_in_bytes"), $"{Room}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Skip.If(true, $"no control group can limit memory here: {fault.Message}");
        }
    }
}
