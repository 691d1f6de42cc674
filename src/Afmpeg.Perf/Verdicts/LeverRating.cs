namespace Afmpeg.Perf.Verdicts;

/// <summary>What people think a lever costs.</summary>
/// <param name="Id">The lever's name.</param>
/// <param name="Maintenance">From 1, a sentence in the documentation, to <see cref="Most"/>, a dependency or an interface for years.</param>
/// <param name="Why">Why it costs so much.</param>
public sealed record LeverRating(string Id, int Maintenance, string Why)
{
    /// <summary>The highest cost.</summary>
    public const int Most = 5;
}
