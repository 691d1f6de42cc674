using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>What of a made-up run is compared: equal modules that take 2.5 times native-portable's time, with seeded noise.</summary>
/// <param name="Seed">What its noise is drawn by.</param>
public sealed record CannedExtract(string Seed)
{
    /// <summary>How many cases it has.</summary>
    public int Cases { get; init; } = 40;

    /// <summary>How many rounds each has.</summary>
    public int Rounds { get; init; } = 10;

    /// <summary>The standard deviation of a round's ratio: 2.4 % is what modules do against native-portable in docs/report.</summary>
    public double Deviation { get; init; } = 0.024;

    /// <summary>How much slower its first case is.</summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>A case's id.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <returns>The id.</returns>
    public static string Id(int number) => $"transcode/clip-{number}/libx264-veryfast/wasmtime+O3";

    /// <summary>The extract.</summary>
    /// <returns>A whole one.</returns>
    public RunExtract Make() => new()
    {
        Schema = RunExtract.CurrentSchema,
        Run = Seed,
        Host = "0123456789ab",
        Machine = "2 cores (a processor), 8 GiB, a system",
        NoiseFloor = 0.02,
        Inputs = new RunInputs(
            [new InputDigest("clip", new string('a', 64))],
            [.. Enumerable.Range(0, Cases).Select(number => new InputDigest(Id(number)[..Id(number).LastIndexOf('/')], new string('b', 64)))]),
        Modules = [new ModuleExtract("O3", "gpl", 5_000_000, new string('c', 64))],
        Cases = [.. Enumerable.Range(0, Cases).Select(Case)],
    };

    /// <summary>An extract with one of its cases changed.</summary>
    /// <param name="extract">The extract.</param>
    /// <param name="number">The case's number, from 0.</param>
    /// <param name="change">The change.</param>
    /// <returns>The changed one.</returns>
    public static RunExtract With(RunExtract extract, int number, Func<CaseExtract, CaseExtract> change) =>
        extract with { Cases = extract.Cases.SetItem(number, change(extract.Cases[number])) };

    /// <summary>An extract that has the lane that its first case is divided by, too.</summary>
    /// <param name="extract">The extract.</param>
    /// <param name="seconds">What that lane took; null where it is not known.</param>
    /// <returns>The extract with one case more, at its end.</returns>
    public static RunExtract WithReference(RunExtract extract, double? seconds)
    {
        var first = extract.Cases[0];
        return extract with
        {
            Cases = extract.Cases.Add(first with
            {
                Id = ReferenceLane.IdOf(first)!,
                Reference = null,
                Ratios = [],
                Reason = "it is the reference",
                Seconds = seconds,
            }),
        };
    }

    private CaseExtract Case(int number) => new()
    {
        Id = Id(number),
        Reference = "native-portable",
        Ratios = [.. Enumerable.Range(1, Rounds).Select(round => 2.5 * (number == 0 ? Slowdown : 1) * SeededNoise.Factor($"{Seed} {number} {round}", Deviation))],
        Reason = null,
        Frames = 90,
        OutputBytes = 58_805,
        FramesDigest = new string('d', 64),
        PsnrYDb = 45.67,
    };
}
