using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>Which machine measured, how steadily, and what disturbed it.</summary>
internal static class HostPart
{
    public static IEnumerable<PageBlock> Of(PageInput input)
    {
        var report = input.Report;
        yield return new BulletList(
        [
            new($"Host: {report.Host.Description}; kernel {report.Host.Kernel}; fingerprint {report.Host.Fingerprint}"),
            new($"Noise floor: {report.NoiseFloor.Show(Words.Of, reason => $"not measured: {reason}")}"),
            new($"Run: {report.Run}, started {report.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, tier {Words.Key(report.Tier)}, seed {report.Seed}"),
            DisturbedBy(report),
            .. report.Media is { } media ? (BulletItem[])[new($"Media: a file of its own, {media.Description}")] : [],
        ]);
    }

    private static BulletItem DisturbedBy(RunReport report)
    {
        const string topic = "Disturbed by:";
        if (!report.Quiet.TryGet(out var account))
        {
            return new($"{topic} not measured ({report.Quiet.Reason})");
        }

        var disturbing = HostRemarks.Of(account).Where(seen => seen.Remark.IsDisturbing).ToArray();
        return disturbing.Length == 0
            ? new($"{topic} nothing that the host tells of")
            : new(topic, [.. disturbing.Select(seen => (PageText)$"{seen.When}, {seen.Remark.Sentence}{Remedy(seen.Remark)}")]);
    }

    private static string Remedy(HostRemark remark) => remark.Remedy is { } remedy ? $". To do: {remedy}" : "";
}
