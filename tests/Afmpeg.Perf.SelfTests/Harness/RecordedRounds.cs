namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Writes the rounds that a spec measured as CSV, under artifacts/trust: some are then kept under docs/trust.</summary>
public static class RecordedRounds
{
    /// <summary>Writes a numbered line for each round, with its times in seconds, and tells how to keep the file.</summary>
    public static void Write(string name, string[] columns, IEnumerable<double[]> rounds, Action<string> evidence)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "trust")).FullName;
        var file = Path.Combine(folder, $"{name}.csv");
        // Clocks count microseconds.
        var lines = rounds.Select(
            (seconds, index) => string.Join(',', seconds.Select(value => $"{value:0.000000}").Prepend($"{index + 1}")));
        File.WriteAllLines(file, lines.Prepend(string.Join(',', columns)));
        evidence($"each round is in '{file}'; keep them with: cp '{file}' '{Repository.PathOf("docs", "trust")}/'");
    }
}
