using System.Text.Json.Nodes;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports;

/// <summary>The cases of report.json.</summary>
internal static class JsonCases
{
    /// <summary>One case with its readings.</summary>
    /// <param name="summary">The case.</param>
    /// <returns>The object.</returns>
    public static JsonObject Of(CaseSummary summary) => new()
    {
        ["id"] = summary.Case.Id,
        ["workload"] = summary.Case.Job.Workload,
        ["subject"] = summary.Case.Job.Subject,
        ["encoder"] = summary.Case.Job.Setting.Encoder,
        ["effort"] = summary.Case.Job.Setting.Effort,
        ["flavour"] = summary.Case.Job.Setting.Flavour,
        ["lane"] = summary.Case.Lane.Name,
        ["engine"] = summary.Case.Lane.Engine,
        ["build"] = summary.Case.Lane.Build,
        ["status"] = Words.Key(Words.Status(summary)),
        ["failure"] = summary.Failure,
        ["incidents"] = new JsonArray([.. summary.Incidents.Select(incident => JsonValue.Create(incident))]),
        ["rounds"] = summary.Rounds,
        ["outlyingRounds"] = new JsonArray([.. summary.OutlyingRounds.Select(round => JsonValue.Create(round))]),
        ["nativeMultiple"] = JsonReadings.Of(summary.NativeMultiple),
        ["nativeWidening"] = summary.NativeMultiple.Reason is null ? summary.NativeInflationFactor : null,
        ["portableMultiple"] = JsonReadings.Of(summary.PortableMultiple),
        ["decomposition"] = JsonReadings.Of(summary.Decomposition, Factors),
        ["realtimeFactor"] = JsonReadings.Of(summary.RealtimeFactor),
        ["coldStartSeconds"] = JsonReadings.Of(summary.ColdStart, duration => duration.TotalSeconds),
        ["peakResidentBytes"] = JsonReadings.Of(summary.PeakResident),
        ["outputBytes"] = JsonReadings.Of(summary.OutputSize, size => size.Bytes),
        ["frames"] = JsonReadings.Of(summary.Frames, frames => frames),
        ["framesDigest"] = JsonReadings.Of(summary.FramesDigest, digest => digest),
        ["psnrYDb"] = JsonReadings.Of(summary.Quality, quality => quality.PsnrYDb),
        ["ssim"] = JsonReadings.Of(summary.Quality, quality => quality.Ssim),
        ["lowestPsnrYDb"] = JsonReadings.Of(summary.Quality, quality => quality.LowestPsnrYDb),
        ["equalsPortable"] = JsonReadings.Of(summary.EqualsPortable, equal => equal),
    };

    private static JsonObject Factors(Decomposition parts) =>
        new() { ["threads"] = parts.Threads, ["assembly"] = parts.Assembly, ["sandbox"] = parts.Sandbox, ["remainder"] = parts.Remainder };
}
