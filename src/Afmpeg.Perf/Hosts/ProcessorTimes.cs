using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

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
            : Reading<ProcessorTimes>.Of(new ProcessorTimes(ticks.Sum(), ticks.Sum() - ticks[Idle] - ticks[WaitsForDisk] - ticks[Steal], ticks[Steal]));
    }
}
