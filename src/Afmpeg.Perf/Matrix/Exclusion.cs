namespace Afmpeg.Perf.Matrix;

/// <summary>A rule that leaves cases out of the matrix.</summary>
/// <param name="Name">The rule's name, in kebab-case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many cases it leaves out, 1 or more.</param>
public sealed record Exclusion(string Name, string Reason, int Count);
