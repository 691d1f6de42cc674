using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>Whether the host has memory left for what is measured.</summary>
internal static class MemoryHeadroom
{
    /// <summary>The share of the time that disturbs: any time spent waiting for memory is time of a run that is not the codec's.</summary>
    public const double DisturbingWait = 0.01;

    private const double ScarceShare = 0.1;
    private const double MicrosecondsPerSecond = 1e6;
    private const double KibibytesPerGibibyte = 1 << 20;

    /// <summary>How long some work waited for a resource in the last ten seconds, in percent (pressure stall information).</summary>
    public static Reading<double> Pressure(HostFiles files, string resource) => Stalls(files, resource, "avg10=");

    /// <summary>For how many seconds some work waited for memory since the machine began.</summary>
    public static Reading<double> Waited(HostFiles files) =>
        Stalls(files, "memory", "total=").Select(microseconds => microseconds / MicrosecondsPerSecond);

    public static HostRemark Remark(HostFiles files)
    {
        const string Topic = "memory";
        var (total, available) = (Field(files, "MemTotal"), Field(files, "MemAvailable"));
        if (!total.TryGet(out var all) || !available.TryGet(out var left))
        {
            return HostRemark.NotKnown(Topic, total.Reason ?? available.Reason!);
        }

        var pressure = Pressure(files, "memory");
        var waits = pressure.TryGet(out var percent) && percent >= 100 * DisturbingWait;
        var disturbs = waits || left < all * ScarceShare;
        var swap = Field(files, "SwapTotal").TryGet(out var size) && Field(files, "SwapFree").TryGet(out var free) ? size - free : 0;
        var used = swap > 0 ? $", {swap / KibibytesPerGibibyte:0.0} GiB in swap" : "";
        var waiting = pressure.Show(
            share => $"; processes waited for memory {share:0.#} % of the last 10 s", reason => $"; pressure not known ({reason})");
        return new HostRemark(
            Topic,
            $"{left / KibibytesPerGibibyte:0.0} of {all / KibibytesPerGibibyte:0.0} GiB available{used}{waiting}",
            disturbs ? "end programs that hold much memory" : null,
            disturbs);
    }

    private static Reading<double> Stalls(HostFiles files, string resource, string field) =>
        files.Number($"proc/pressure/{resource}", text => HostFiles.Lines(text)
            .FirstOrDefault(line => line.StartsWith("some ", StringComparison.Ordinal)) is { } some
                ? HostFiles.Words(some).FirstOrDefault(word => word.StartsWith(field, StringComparison.Ordinal))?[field.Length..]
                : null);

    private static Reading<double> Field(HostFiles files, string name) => files.Field("proc/meminfo", name);
}
