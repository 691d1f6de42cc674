using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>What the kernel counts and only the difference of two readings tells: stolen time, the work of others, throttling, waiting for memory.</summary>
/// <param name="Times">All cores' time since the machine began.</param>
/// <param name="Own">This process's time and that of its children that ended, in the same unit.</param>
/// <param name="Throttlings">How often a quota stopped this process's groups.</param>
/// <param name="Waited">For how many seconds some work waited for memory.</param>
/// <param name="Uptime">For how many seconds the machine has been up.</param>
internal sealed record HostCounters(Reading<ProcessorTimes> Times, Reading<double> Own, Reading<double> Throttlings, Reading<double> Waited, Reading<double> Uptime)
{
    // On an idle host neither is above a few tenths of a percent.
    private const double DisturbingSteal = 0.02;
    private const double DisturbingOthers = 0.05;

    public static HostCounters Read(HostFiles files) => new(
        ProcessorTimes.Read(files),
        OwnTime(files),
        CpuQuota.Throttlings(files),
        MemoryHeadroom.Waited(files),
        files.Number("proc/uptime", text => HostFiles.Words(text).FirstOrDefault()));

    /// <summary>What happened between an earlier reading and this one.</summary>
    public ImmutableArray<HostRemark> Since(HostCounters before) => [Steal(before), Others(before), Throttling(before), Memory(before)];

    private HostRemark Steal(HostCounters before)
    {
        const string Topic = "steal time";
        var passed = Passed(before);
        if (!passed.TryGet(out var times))
        {
            return HostRemark.NotKnown(Topic, passed.Reason!);
        }

        var share = times.Stolen / times.Total;
        return new HostRemark(
            Topic,
            $"other virtual machines took {share * 100:0.0} % of the cores' time",
            share >= DisturbingSteal ? "measure on cores of its own (a dedicated host or instance), or when its neighbours rest" : null,
            share >= DisturbingSteal);
    }

    private HostRemark Others(HostCounters before)
    {
        const string Topic = "other work";
        var passed = Passed(before);
        if (!passed.TryGet(out var times) || !Own.TryGet(out var now) || !before.Own.TryGet(out var then))
        {
            return HostRemark.NotKnown(Topic, passed.Reason ?? Own.Reason ?? before.Own.Reason!);
        }

        // Both are counted in ticks, so that their difference may fall below nothing.
        var share = Math.Max(0, (times.Busy - (now - then)) / times.Total);
        return new HostRemark(
            Topic,
            $"what is no part of the suite took {share * 100:0.0} % of the cores' time",
            share >= DisturbingOthers ? "end other work, then measure again" : null,
            share >= DisturbingOthers);
    }

    private HostRemark Throttling(HostCounters before)
    {
        const string Topic = "throttling";
        if (!Throttlings.TryGet(out var now) || !before.Throttlings.TryGet(out var then))
        {
            return HostRemark.NotKnown(Topic, Throttlings.Reason ?? before.Throttlings.Reason!);
        }

        return new HostRemark(
            Topic,
            $"a quota stopped this container {CountText.Of(now - then, "time")}",
            now > then ? "raise its cpu quota, or take it away" : null,
            now > then);
    }

    // What was free when the run began says nothing of what it met later.
    private HostRemark Memory(HostCounters before)
    {
        const string Topic = "memory pressure";
        if (!Waited.TryGet(out var now) || !before.Waited.TryGet(out var then) || !Uptime.TryGet(out var end) || !before.Uptime.TryGet(out var begin))
        {
            return HostRemark.NotKnown(Topic, Waited.Reason ?? before.Waited.Reason ?? Uptime.Reason ?? before.Uptime.Reason!);
        }

        if (end <= begin)
        {
            return HostRemark.NotKnown(Topic, "no time was counted between the readings");
        }

        var share = (now - then) / (end - begin);
        return new HostRemark(
            Topic,
            $"work waited for memory {share * 100:0.0} % of the time",
            share >= MemoryHeadroom.DisturbingWait ? "end programs that hold much memory, then measure again" : null,
            share >= MemoryHeadroom.DisturbingWait);
    }

    private Reading<ProcessorTimes> Passed(HostCounters before) =>
        !Times.TryGet(out var now) || !before.Times.TryGet(out var then) ? Reading<ProcessorTimes>.Unavailable(Times.Reason ?? before.Times.Reason!)
        : now.Total <= then.Total ? Reading<ProcessorTimes>.Unavailable("no time was counted between the readings")
        : Reading<ProcessorTimes>.Of(new ProcessorTimes(now.Total - then.Total, now.Busy - then.Busy, now.Stolen - then.Stolen));

    // proc(5): utime, stime, cutime and cstime are the fields 14 to 17. The name, field 2, may hold spaces; its bracket ends it.
    private static Reading<double> OwnTime(HostFiles files)
    {
        const int First = 14 - 3;
        return files.Number("proc/self/stat", text =>
        {
            double[] times =
            [
                .. HostFiles.Words(text[(text.LastIndexOf(')') + 1)..]).Skip(First).Take(4)
                    .Select(word => double.TryParse(word, out var ticks) ? ticks : double.NaN),
            ];
            return times.Length == 4 ? $"{times.Sum()}" : null;
        });
    }
}
