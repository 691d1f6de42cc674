using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>How many cores this process may run on, and what else wants them.</summary>
internal static class CoresAndLoad
{
    // The all-threads baseline wants every core: half of them taken halves what it is compared by.
    private const double DisturbingLoadPerCore = 0.5;

    // The load average still holds what ended a minute ago, such as set-up; waiting within the last ten seconds is of now.
    private const double DisturbingWaitPercent = 5;

    /// <summary>The cores of this process's affinity, as ffmpeg counts them; a quota takes none away.</summary>
    public static Reading<int> Cores(HostFiles files) =>
        files.Number("proc/self/status", text => Allowed(text) is { } list ? $"{Count(list)}" : null).Select(cores => (int)cores);

    public static HostRemark Remark(HostFiles files)
    {
        const string Topic = "load";
        var average = files.Number("proc/loadavg", text => HostFiles.Words(text).FirstOrDefault());
        var known = Cores(files);
        if (!average.TryGet(out var load) || !known.TryGet(out var cores))
        {
            return HostRemark.NotKnown(Topic, average.Reason ?? known.Reason!);
        }

        var pressure = MemoryHeadroom.Pressure(files, "cpu");
        var waits = !pressure.TryGet(out var percent) || percent >= DisturbingWaitPercent;
        var waiting = pressure.Show(share => $"; processes waited for a core {share:0.#} % of the last 10 s", _ => "");
        var disturbs = load > cores * DisturbingLoadPerCore && waits;
        return new HostRemark(
            Topic,
            $"{load:0.##} over the last minute on {CountText.Of(cores, "core")}{waiting}",
            disturbs ? "end other work, or wait until a minute after it has ended" : null,
            disturbs);
    }

    private static string? Allowed(string status) =>
        HostFiles.Lines(status).Select(line => line.Split(':', 2)).FirstOrDefault(parts => parts is ["Cpus_allowed_list", _])?[1].Trim();

    // As in "0-3,8".
    private static int? Count(string list)
    {
        var count = 0;
        foreach (var part in list.Split(','))
        {
            var ends = part.Split('-');
            if (!int.TryParse(ends[0], out var first) || !int.TryParse(ends[^1], out var last))
            {
                return null;
            }

            count += last - first + 1;
        }

        return count;
    }
}
