using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>A case's line of the verified table, part by part: "90 frames, 58805 bytes, 45.7 dB, equals portable; 2.90 x native; export-multiple: not exceeded".</summary>
/// <param name="Facts">What has no noise, or that the case failed.</param>
/// <param name="Multiple">The native multiple; null on a native lane.</param>
/// <param name="Words">Each limit with its coarse verdict, in the limits' order.</param>
internal sealed record VerifiedLine(ImmutableArray<string> Facts, string? Multiple, ImmutableArray<(string Limit, string Word)> Words)
{
    /// <summary>What stands in the place of a multiple that was never measured on the table's host.</summary>
    public const string NoMultiple = "native multiple not measured";

    private const string Unit = " x native";

    /// <summary>The line of a case that no table has.</summary>
    public static VerifiedLine None { get; } = new([], null, []);

    /// <summary>Reads a line, as far as it has this form.</summary>
    /// <param name="text">The line behind the lane's name.</param>
    /// <returns>Its parts.</returns>
    public static VerifiedLine Parse(string text)
    {
        var (facts, rest) = text.Split("; ") is [var first, .. var others] ? (first, others) : ("", []);
        return new VerifiedLine(
            [.. facts.Split(", ")],
            rest.FirstOrDefault(IsMultiple),
            [.. rest.Where(part => !IsMultiple(part)).Select(part => part.Split(": ", 2) is [var limit, var word] ? (limit, word) : (part, ""))]);
    }

    /// <summary>A multiple as the line shows it.</summary>
    /// <param name="multiple">The multiple.</param>
    /// <returns>Such as "2.90 x native".</returns>
    public static string Show(Estimate multiple) => Figures.Of(multiple.Value) + Unit;

    /// <summary>What a fact is about, whatever it says.</summary>
    /// <param name="fact">A fact.</param>
    /// <returns>frame, byte, dB, portable; else the fact itself.</returns>
    public static string KindOf(string fact) =>
        ((string[])["frame", "byte", "dB", "portable"]).FirstOrDefault(kind => fact.Contains(kind, StringComparison.Ordinal)) ?? fact;

    /// <summary>The fact of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The fact; null where the line has none.</returns>
    public string? Fact(string kind) => Facts.FirstOrDefault(fact => KindOf(fact) == kind);

    /// <summary>The verdict of a limit.</summary>
    /// <param name="limit">The limit's id.</param>
    /// <returns>Its word; null where the line has none.</returns>
    public string? Word(string limit) => Words.FirstOrDefault(entry => entry.Limit == limit).Word;

    /// <summary>Whether a multiple has left what the line says: even widened by the tolerance its interval excludes the old number.</summary>
    /// <param name="now">The multiple of the present run.</param>
    /// <param name="tolerance">How much it is widened by, as a fraction.</param>
    /// <returns>True where it has, and where the line has no number.</returns>
    public bool IsLeftBy(Estimate now, double tolerance) =>
        Multiple?.EndsWith(Unit, StringComparison.Ordinal) != true
        || !double.TryParse(Multiple[..^Unit.Length], out var old)
        || old < now.Low / (1 + tolerance)
        || old > now.High * (1 + tolerance);

    /// <summary>The line.</summary>
    /// <returns>The text behind the lane's name.</returns>
    public override string ToString() => string.Join(
        "; ", [string.Join(", ", Facts), .. Multiple is null ? (string[])[] : [Multiple], .. Words.Select(entry => $"{entry.Limit}: {entry.Word}")]);

    private static bool IsMultiple(string part) => part == NoMultiple || part.EndsWith(Unit, StringComparison.Ordinal);
}
