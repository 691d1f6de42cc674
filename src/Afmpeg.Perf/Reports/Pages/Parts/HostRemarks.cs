using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What was seen of the host, in the order in which it was.</summary>
internal static class HostRemarks
{
    public static IEnumerable<(string When, HostRemark Remark)> Of(HostNoise account) =>
        [.. account.Before.Select(remark => ("when it began", remark)), .. account.During.Select(remark => ("while it ran", remark))];
}
