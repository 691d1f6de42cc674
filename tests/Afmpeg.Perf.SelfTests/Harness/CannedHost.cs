using Afmpeg.Perf.Hosts;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A machine's /proc and /sys as files of a folder: two quiet cores until a rule writes something else.</summary>
public sealed class CannedHost : IDisposable
{
    private readonly TemporaryFolder root = new();

    public CannedHost()
    {
        Write("proc/loadavg", "0.10 0.20 0.30 1/186 25241");
        Write("proc/self/status", "Name:\tdotnet\nCpus_allowed:\t3\nCpus_allowed_list:\t0-1");
        Write("proc/self/cgroup", "0::/");
        Write(
            "proc/meminfo",
            "MemTotal:       8388608 kB\nMemFree:        1000 kB\nMemAvailable:   6291456 kB\n"
            + "SwapTotal:      1048576 kB\nSwapFree:       1048576 kB");
        Pressure("cpu", 0);
        Pressure("memory", 0);
        Count(busy: 1000, idle: 1000, stolen: 0, own: 500);
    }

    public string Path => root.Path;

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(root.File(path))!);
        File.WriteAllText(root.File(path), $"{text}\n");
    }

    public void Remove(string path) => File.Delete(root.File(path));

    public void Pressure(string resource, double percent) => Write(
        $"proc/pressure/{resource}",
        $"some avg10={percent:0.00} avg60=0.00 avg300=0.00 total=0\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0");

    /// <summary>What the kernel has counted since boot, in ticks. User time includes guest time, which must not count twice.</summary>
    public void Count(int busy, int idle, int stolen, int own)
    {
        Write("proc/stat", $"cpu  {busy} 0 0 {idle - 10} 10 0 0 {stolen} {busy / 2} {busy / 4}\ncpu0 1 2 3 4 5 6 7 8 9 10");
        Write("proc/self/stat", $"4711 (dot net) (x) S 1 1 1 0 -1 4194560 100 200 0 0 {own - 3} 1 1 1 20 0 20 0 100");
    }

    public HostRemark See(string topic) => HostNoiseMonitor.Watch(Path).Before.Single(remark => remark.Topic == topic);

    public void Dispose() => root.Dispose();
}
