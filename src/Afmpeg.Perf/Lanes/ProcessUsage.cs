using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Lanes;

/// <summary>The kernel's accounting of one process alone.</summary>
/// <param name="Wall">From just before its start to just after its end, on the monotonic clock.</param>
/// <param name="User">CPU time in user mode, all its threads.</param>
/// <param name="System">CPU time in the kernel.</param>
/// <param name="PeakResident">The largest resident set that it had.</param>
public sealed record ProcessUsage(TimeSpan Wall, TimeSpan User, TimeSpan System, ByteCount PeakResident);
