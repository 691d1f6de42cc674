using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Decisions;

/// <summary>One thing that can be changed about how a module is built, run or asked, with nothing else changed.</summary>
/// <param name="Id">Its name in thresholds.json, in kebab-case.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Interface">What a caller would see of it: one sentence that an implementation spec begins with.</param>
/// <param name="Risk">What can go wrong with it, one sentence.</param>
/// <param name="Apply">The case that a case becomes under it; null where it has no bearing on such a case. The run need not hold it.</param>
public sealed record Lever(string Id, string Title, string Interface, string Risk, Func<BenchmarkCase, AxisInput, BenchmarkCase?> Apply);
