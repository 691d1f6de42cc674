using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// One line of the verified table after the lane's or module's name: "90 frames, 58805 bytes, 45.7 dB, equals portable; 2.90 x native;
/// export-multiple: not exceeded".
/// </summary>
/// <param name="Facts">What has no noise; "FAILED" or "not measured" for a case without facts.</param>
/// <param name="Multiple">The native multiple, or <see cref="NoMultiple"/>; null on a native lane and for a module.</param>
/// <param name="Verdicts">Each limit with its coarse verdict, in the limits' order.</param>
internal sealed record VerifiedLine(ImmutableArray<string> Facts, string? Multiple, ImmutableArray<(string Limit, string Word)> Verdicts)
{
    /// <summary>Stands for a multiple that was never measured on the table's host.</summary>
    public const string NoMultiple = "native multiple not measured";

    private const string Unit = " x native";

    private static readonly string[] Kinds = ["frame", "byte", "dB", "portable"];

    /// <summary>The line of a case that the table does not have.</summary>
    public static VerifiedLine None { get; } = new([], null, []);

    /// <summary>Reads a line. Text of another form becomes facts or verdicts.</summary>
    public static VerifiedLine Parse(string text)
    {
        var parts = text.Split("; ");
        return new VerifiedLine(
            [.. parts[0].Split(", ")],
            parts.Skip(1).FirstOrDefault(IsMultiple),
            [
                .. parts.Skip(1).Where(part => !IsMultiple(part))
                    .Select(part => part.Split(": ", 2) is [var limit, var word] ? (limit, word) : (part, "")),
            ]);
    }

    /// <summary>A multiple as the line shows it: "2.90 x native".</summary>
    public static string Show(Estimate multiple) => Figures.Of(multiple.Value) + Unit;

    /// <summary>The kind of a fact (frame, byte, dB, portable), else the fact itself.</summary>
    public static string KindOf(string fact) => Kinds.FirstOrDefault(kind => fact.Contains(kind, StringComparison.Ordinal)) ?? fact;

    /// <summary>The fact of a kind; null where the line has none.</summary>
    public string? Fact(string kind) => Facts.FirstOrDefault(fact => KindOf(fact) == kind);

    /// <summary>The coarse verdict of a limit; null where the line has none.</summary>
    public string? Verdict(string limit) => Verdicts.FirstOrDefault(entry => entry.Limit == limit).Word;

    /// <summary>
    /// Whether the interval of a new multiple, widened by a fraction, excludes the line's number; true where the line has no number.
    /// </summary>
    public bool IsExcludedBy(Estimate now, double tolerance) =>
        Multiple?.EndsWith(Unit, StringComparison.Ordinal) != true
        || !double.TryParse(Multiple[..^Unit.Length], out var old)
        || old < now.Low / (1 + tolerance)
        || old > now.High * (1 + tolerance);

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        "; ",
        [
            string.Join(", ", Facts),
            .. Multiple is null ? (string[])[] : [Multiple],
            .. Verdicts.Select(entry => $"{entry.Limit}: {entry.Word}"),
        ]);

    private static bool IsMultiple(string part) => part == NoMultiple || part.EndsWith(Unit, StringComparison.Ordinal);
}
