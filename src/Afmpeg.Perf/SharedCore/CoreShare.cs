namespace Afmpeg.Perf.SharedCore;

/// <summary>What one lane did within a window.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Jobs">Whole jobs that it finished, 1 or more.</param>
/// <param name="CpuSeconds">Processor time per job in the execute phase, all threads of its process; null where its worker does not tell it.</param>
/// <param name="ProcessCpuSeconds">Processor time per job of the whole process, its start included.</param>
public sealed record CoreShare(string Lane, int Jobs, double? CpuSeconds, double ProcessCpuSeconds);
