namespace Afmpeg.Perf.Reports;

/// <summary>What became of mutated clips on one lane.</summary>
/// <param name="Name">The lane.</param>
/// <param name="CleanErrors">Refused by FFmpeg itself, with an exit status.</param>
/// <param name="Succeeded">Made an output all the same.</param>
/// <param name="Traps">Caught by the engine.</param>
/// <param name="Signals">Killed by a signal, which is what native code ends by instead of a trap.</param>
/// <param name="TimedOut">Killed at its limit of time.</param>
/// <param name="WroteTooMuch">Killed at its limit of output.</param>
/// <param name="LongestSeconds">The longest run that ended by itself; null where none did.</param>
/// <param name="PeakBytes">The largest resident set; null where no run ended by itself.</param>
public sealed record HostileClipLane(string Name, int CleanErrors, int Succeeded, int Traps, int Signals, int TimedOut, int WroteTooMuch, double? LongestSeconds, long? PeakBytes);
