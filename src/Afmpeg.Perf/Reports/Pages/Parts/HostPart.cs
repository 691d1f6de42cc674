using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Which machine measured, how steadily, and what disturbed it.</summary>
internal static class HostPart
{
    public static BulletList Of(RunReport report) => new(
    [
        new($"Host: {report.Host.Description}; kernel {report.Host.Kernel}; fingerprint {report.Host.Fingerprint}"),
        new($"Noise floor: {report.NoiseFloor.Show(Words.Of, reason => $"not measured: {reason}")}"),
        new($"Run: {report.Run}, started {report.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, "
            + $"tier {Words.Key(report.Tier)}, seed {report.Seed}"),
        DisturbedBy(report),
        .. report.Media is { } media ? (BulletItem[])[new($"Media: the user's own file, {media.Description}")] : [],
    ]);

    /// <summary>What was seen of the host, in order of time.</summary>
    public static IEnumerable<(string When, HostRemark Remark)> Remarks(HostNoise noise) =>
        [.. noise.Before.Select(remark => ("at the start", remark)), .. noise.During.Select(remark => ("during the run", remark))];

    private static BulletItem DisturbedBy(RunReport report)
    {
        const string topic = "Disturbed by:";
        if (!report.HostNoise.TryGet(out var noise))
        {
            return new($"{topic} not measured ({report.HostNoise.Reason})");
        }

        var disturbing = Remarks(noise).Where(seen => seen.Remark.IsDisturbing).ToArray();
        return disturbing.Length == 0
            ? new($"{topic} nothing that the host reports")
            : new(topic, [.. disturbing.Select(seen => (PageText)$"{seen.When}, {seen.Remark.Sentence}{Remedy(seen.Remark)}")]);
    }

    private static string Remedy(HostRemark remark) => remark.Remedy is { } remedy ? $". Remedy: {remedy}" : "";
}
