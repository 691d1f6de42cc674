using System.Collections.Immutable;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The rounds that a spec measured, as CSV under artifacts/: the next run of the spec writes them anew, and what is to be shown is kept under docs/trust.</summary>
public static class RecordedRounds
{
    /// <summary>Writes rounds.</summary>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">A value a column.</param>
    /// <param name="evidence">Told where they are and how they are kept.</param>
    /// <param name="folder">The folder; null for artifacts/trust.</param>
    public static void Write(string name, ImmutableArray<string> columns, IEnumerable<ImmutableArray<string>> rows, Action<string> evidence, string? folder = null)
    {
        folder ??= Repository.PathOf("artifacts", "trust");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{name}.csv");
        File.WriteAllLines(file, rows.Prepend(columns).Select(cells => string.Join(',', cells)));
        evidence($"each round is in '{file}'; keep them with: cp '{file}' '{Repository.PathOf("docs", "trust")}/'");
    }

    /// <summary>A time as these files have it: clocks count microseconds.</summary>
    /// <param name="seconds">Seconds.</param>
    /// <returns>The text.</returns>
    public static string Seconds(double seconds) => seconds.ToString("0.000000");
}
