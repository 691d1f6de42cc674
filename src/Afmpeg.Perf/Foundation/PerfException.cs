namespace Afmpeg.Perf.Foundation;

/// <summary>The one way this suite fails: what failed, where, what was expected against what was observed, and what to do next.</summary>
/// <param name="status">The exit status that the command ends with.</param>
/// <param name="what">What failed, one sentence without its full stop.</param>
public sealed class PerfException(ExitStatus status, string what) : Exception(what)
{
    /// <summary>The exit status that the command ends with.</summary>
    public ExitStatus Status { get; } = status;

    /// <summary>The file, line, step or command concerned; null where the sentence says it already.</summary>
    public string? Where { get; init; }

    /// <summary>What should have been there; null where nothing definite was expected.</summary>
    public string? Expected { get; init; }

    /// <summary>What was there instead.</summary>
    public string? Observed { get; init; }

    /// <summary>What the user does next.</summary>
    public string? Remedy { get; init; }

    /// <summary>The exception's whole text, a line per part, the parts that are absent left out.</summary>
    public override string Message => string.Join(
        Environment.NewLine,
        new[]
        {
            base.Message,
            Line("where", Where),
            Line("expected", Expected),
            Line("observed", Observed),
            Line("do", Remedy),
        }.Where(line => line.Length > 0));

    private static string Line(string name, string? text) => text is null ? ""
        : $"  {name + ":",-10}{text.ReplaceLineEndings("\n            ")}";
}
