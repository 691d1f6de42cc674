using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>
/// The share of the cores that a container may use (control groups, version 1 and 2). With a quota below the cores that a program sees, it
/// starts a thread for each and is then stopped for the rest of every period.
/// </summary>
internal static class CpuQuota
{
    private const string Mount = "sys/fs/cgroup";

    public static HostRemark Remark(HostFiles files)
    {
        const string Topic = "cpu quota";
        var quotas = Groups(files).SelectMany(group => Quota(files, group)).ToArray();
        if (quotas.Length == 0)
        {
            return new HostRemark(Topic, "none that can be seen");
        }

        var quota = quotas.Min();
        var cores = CoresAndLoad.Cores(files);
        var disturbs = cores.TryGet(out var seen) && quota < seen;
        return new HostRemark(
            Topic,
            $"{CountText.Of(quota, "core")}{cores.Show(count => $" of {count} that programs see", _ => "")}",
            disturbs ? "raise the quota to the visible cores, or limit the visible cores to the quota: docker run --cpuset-cpus" : null,
            disturbs);
    }

    /// <summary>How often this process's groups were stopped for having used up their quota, since they were made.</summary>
    public static Reading<double> Throttlings(HostFiles files)
    {
        var counts = Groups(files).Select(group => files.Field($"{group}/cpu.stat", "nr_throttled"))
            .Select(count => count.TryGet(out var times) ? times : (double?)null).OfType<double>().ToArray();
        return counts.Length > 0 ? Reading<double>.Of(counts.Sum()) : Reading<double>.Unavailable("no group of this process counts them");
    }

    // This process's group and those above it, under each mount that they may have. Where a container cannot see its group's own path, the
    // mount itself is its group.
    private static ImmutableArray<string> Groups(HostFiles files)
    {
        if (!files.Text("proc/self/cgroup").TryGet(out var text))
        {
            return [];
        }

        return
        [
            .. HostFiles.Lines(text).Select(line => line.Split(':', 3))
                .Where(parts => parts.Length == 3)
                .SelectMany(parts => Mounts(parts[1]).SelectMany(mount => Ancestry(mount, parts[2])))
                .Distinct(),
        ];
    }

    private static IEnumerable<string> Mounts(string controllers) =>
        controllers.Length == 0 ? [Mount, $"{Mount}/unified"]
        : controllers.Split(',').Contains("cpu") ? [$"{Mount}/cpu", $"{Mount}/{controllers}"]
        : [];

    private static IEnumerable<string> Ancestry(string mount, string path)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).TakeWhile(name => name != "..").ToArray();
        return Enumerable.Range(0, names.Length + 1).Select(depth => string.Join('/', names.Take(depth).Prepend(mount)));
    }

    private static IEnumerable<double> Quota(HostFiles files, string group)
    {
        var two = files.Text($"{group}/cpu.max").Select(HostFiles.Words);
        var words = two.TryGet(out var found) ? found
            : files.Text($"{group}/cpu.cfs_quota_us").TryGet(out var quota)
                && files.Text($"{group}/cpu.cfs_period_us").TryGet(out var period) ? [quota, period]
            : [];
        return words is [var share, var whole]
            && double.TryParse(share, out var used) && double.TryParse(whole, out var of) && used > 0 && of > 0
            ? [used / of]
            : [];
    }
}
