namespace Afmpeg.Perf.Foundation;

/// <summary>One thing that is wrong in a configuration file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong, one sentence without its full stop.</param>
/// <param name="Expected">What should have been there.</param>
/// <param name="Observed">What was there instead.</param>
public sealed record ConfigurationFault(int Line, string What, string Expected, string Observed)
{
    /// <summary>
    /// Whether it is about a placeholder for something that could not be read: the fault that caused it is reported already.
    /// </summary>
    internal bool FollowsFromAnother { get; init; }

    /// <summary>The one exception that tells every fault of a file, in the order of its lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="faults">The faults, at least one.</param>
    /// <returns>The exception (exit status 2).</returns>
    public static PerfException Refuse(string path, IReadOnlyCollection<ConfigurationFault> faults)
    {
        var count = CountText.Of(faults.Count, "fault");
        var list = faults.OrderBy(fault => fault.Line).Select(fault => fault.Text(path));
        return new PerfException(ExitStatus.BadUsage,
            $"{path} cannot be used, {count}{Environment.NewLine}{string.Join(Environment.NewLine, list)}")
        {
            Remedy = faults.Count == 1 ? "correct that line and try again" : "correct these lines and try again",
        };
    }

    private string Text(string path) => string.Join(
        Environment.NewLine,
        $"  {path}:{Line}: {What}",
        $"    expected {Expected}",
        $"    observed {Observed}");
}
