using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>Counters of the kernel, of which only differences matter: stolen time, other work, throttling, waiting for memory.</summary>
/// <param name="Times">All cores' time since the machine began.</param>
/// <param name="Own">This process's time and that of its children that ended, in the same unit.</param>
/// <param name="Throttlings">How often a quota stopped this process's groups.</param>
/// <param name="Waited">For how many seconds some work waited for memory.</param>
/// <param name="Uptime">For how many seconds the machine has been up.</param>
internal sealed record HostCounters(
    Reading<ProcessorTimes> Times, Reading<double> Own, Reading<double> Throttlings, Reading<double> Waited, Reading<double> Uptime)
{
    // On an idle host neither is above a few tenths of a percent.
    private const double DisturbingSteal = 0.02;
    private const double DisturbingOthers = 0.05;
    private const string NoTime = "no time was counted between the readings";

    public static HostCounters Read(HostFiles files) => new(
        ProcessorTimes.Read(files),
        OwnTime(files),
        CpuQuota.Throttlings(files),
        MemoryHeadroom.Waited(files),
        files.Number("proc/uptime", text => HostFiles.Words(text).FirstOrDefault()));

    /// <summary>What happened between an earlier reading and this one.</summary>
    public ImmutableArray<HostRemark> Since(HostCounters before) =>
    [
        Share(
            "steal time", Passed(before).Select(passed => passed.Stolen / passed.Total), DisturbingSteal,
            share => $"other virtual machines took {share} of the cores' time",
            "use a dedicated host or instance, or measure when its neighbours are idle"),
        Share(
            "other work", Others(before), DisturbingOthers,
            share => $"work outside the suite took {share} of the cores' time",
            "end other work, then measure again"),
        Throttling(before),
        Share(
            "memory pressure", WaitedForMemory(before), MemoryHeadroom.DisturbingWait,
            share => $"processes waited for memory {share} of the time",
            "end programs that hold much memory, then measure again"),
    ];

    private static HostRemark Share(
        string topic, Reading<double> reading, double disturbing, Func<string, string> observed, string remedy) =>
        reading.TryGet(out var share)
            ? new HostRemark(topic, observed($"{share * 100:0.0} %"), share >= disturbing ? remedy : null, share >= disturbing)
            : HostRemark.NotKnown(topic, reading.Reason!);

    // Both are counted in ticks, so that their difference may fall below nothing.
    private Reading<double> Others(HostCounters before) => Passed(before).Then(times =>
        Difference(Own, before.Own).Select(suite => Math.Max(0, (times.Busy - suite) / times.Total)));

    private HostRemark Throttling(HostCounters before)
    {
        const string Topic = "throttling";
        var stops = Difference(Throttlings, before.Throttlings);
        return stops.TryGet(out var times)
            ? new HostRemark(Topic, $"a quota stopped this container {CountText.Of(times, "time")}",
                times > 0 ? "raise its cpu quota, or take it away" : null, times > 0)
            : HostRemark.NotKnown(Topic, stops.Reason!);
    }

    // What was free when the run began says nothing of what it met later.
    private Reading<double> WaitedForMemory(HostCounters before) => Difference(Waited, before.Waited).Then(wait =>
        Difference(Uptime, before.Uptime).Then(time =>
            time <= 0 ? Reading<double>.Unavailable(NoTime) : Reading<double>.Of(wait / time)));

    private static Reading<double> Difference(Reading<double> now, Reading<double> before) =>
        now.Then(late => before.Select(early => late - early));

    private Reading<ProcessorTimes> Passed(HostCounters before) => Times.Then(now => before.Times.Then(then =>
        now.Total <= then.Total ? Reading<ProcessorTimes>.Unavailable(NoTime)
        : Reading<ProcessorTimes>.Of(new ProcessorTimes(now.Total - then.Total, now.Busy - then.Busy, now.Stolen - then.Stolen))));

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

/// <summary>Where the time of all cores went, in the kernel's ticks (proc(5), /proc/stat).</summary>
/// <param name="Total">All of it.</param>
/// <param name="Busy">What programs and the kernel used.</param>
/// <param name="Stolen">What the hypervisor gave to others while this machine had work.</param>
internal sealed record ProcessorTimes(double Total, double Busy, double Stolen)
{
    // user nice system idle iowait irq softirq steal; what guests use is in user already.
    private const int Fields = 8;
    private const int Idle = 3;
    private const int WaitsForDisk = 4;
    private const int Steal = 7;

    public static Reading<ProcessorTimes> Read(HostFiles files)
    {
        const string File = "proc/stat";
        var text = files.Text(File);
        if (!text.TryGet(out var found))
        {
            return Reading<ProcessorTimes>.Unavailable(text.Reason!);
        }

        double[] ticks =
        [
            .. HostFiles.Words(HostFiles.Lines(found)[0]).SkipWhile(word => word == "cpu").Take(Fields)
                .Select(word => double.TryParse(word, out var count) ? count : double.NaN),
        ];
        return ticks.Length < Fields || ticks.Any(double.IsNaN)
            ? Reading<ProcessorTimes>.Unavailable($"/{File} is not as expected")
            : Reading<ProcessorTimes>.Of(
                new ProcessorTimes(ticks.Sum(), ticks.Sum() - ticks[Idle] - ticks[WaitsForDisk] - ticks[Steal], ticks[Steal]));
    }
}
