using System.Text.Json.Nodes;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// report.json: what the report says, for programs. Names are camelCase, words kebab-case; a change of meaning raises
/// <see cref="Schema"/>.
/// </summary>
public static class JsonReport
{
    /// <summary>The version of the file's shape.</summary>
    public const int Schema = 1;

    /// <summary>Renders the report.</summary>
    /// <param name="report">The run.</param>
    /// <returns>One JSON object, indented.</returns>
    public static string Render(RunReport report)
    {
        var root = new JsonObject
        {
            ["schema"] = Schema,
            ["run"] = report.Run,
            ["started"] = report.Started,
            ["tier"] = Words.Key(report.Tier),
            ["seed"] = report.Seed,
            ["host"] = HostOf(report.Host),
            ["hostAccount"] = JsonReadings.Of(
                report.Quiet, account => new JsonObject { ["before"] = List(account.Before, Remark), ["during"] = List(account.During, Remark) }),
            ["workFolder"] = new JsonObject { ["parent"] = report.WorkParent, ["inMemory"] = report.WorkIsInMemory },
            ["versions"] = Versions(report),
            ["modules"] = List(report.Modules, Module),
            ["noiseFloor"] = NoiseFloorOf(report),
            ["family"] = new JsonObject { ["level"] = FamilyWiseError.Level, ["judgements"] = report.Findings.Count(finding => MetricFacts.IsTimed(finding.Limit.Metric)) },
            ["overhead"] = JsonReadings.Of(
                report.Overhead,
                account => new JsonObject
                {
                    ["measuredSeconds"] = account.Measured.TotalSeconds,
                    ["checkedSeconds"] = account.Checked?.TotalSeconds,
                    ["totalSeconds"] = account.Total.TotalSeconds,
                }),
            ["cases"] = List(report.Cases, JsonCases.Of),
            ["axes"] = List(report.Axes, JsonAxes.Of),
            ["guidance"] = report.Guidance is { } guidance ? JsonAxes.Of(guidance) : null,
            ["limits"] = List(report.Limits, LimitOf),
            ["decision"] = Decision(report.Decision),
            ["measuredDecision"] = JsonDecision.Of(report),
            ["stoppedGuests"] = StopRecord.Kept.ToNode(),
            ["hostileClips"] = HostileClipRecord.Kept.ToNode(),
            ["hostileGuests"] = HostileGuestRecord.Kept.ToNode(),
        };

        if (report.Media is { } media)
        {
            root["media"] = Media(media);
        }

        return JsonText.Of(root);
    }

    private static JsonObject Media(CustomMedia media) => new()
    {
        ["file"] = media.File,
        ["sha256"] = media.Sha256,
        ["frames"] = media.Clip.Frames,
        ["framesPerSecond"] = media.Clip.FramesPerSecond,
        ["width"] = media.Clip.Width,
        ["height"] = media.Clip.Height,
        ["hasSound"] = media.Clip.HasSound,
        ["notes"] = new JsonArray([.. media.Notes.Select(note => (JsonNode)note)]),
    };

    private static JsonObject NoiseFloorOf(RunReport report)
    {
        var floor = JsonReadings.Of(report.NoiseFloor, known => known.Fraction);
        floor["ratio"] = JsonReadings.Of(report.NoiseFloor.Select(known => known.Ratio));
        return floor;
    }

    private static JsonObject HostOf(Host host) => new()
    {
        ["fingerprint"] = host.Fingerprint,
        ["cores"] = host.Cores,
        ["processor"] = host.Processor,
        ["processorModel"] = host.Model,
        ["memoryBytes"] = host.Memory.Bytes,
        ["system"] = host.System,
        ["kernel"] = host.Kernel,
        ["load"] = host.Load,
    };

    private static JsonObject Remark(HostRemark remark) => new()
    {
        ["topic"] = remark.Topic,
        ["observed"] = remark.Observed,
        ["remedy"] = remark.Remedy,
        ["isDisturbing"] = remark.IsDisturbing,
    };

    private static JsonObject Versions(RunReport report) =>
        new(report.Versions.Select(component => KeyValuePair.Create(component.Name, (JsonNode?)component.Version)));

    private static JsonObject Module(ModuleFacts module) => new()
    {
        ["build"] = module.Build,
        ["flavour"] = module.Flavour,
        ["bytes"] = module.Size.Bytes,
        ["gzipBytes"] = module.GzipSize.Bytes,
        ["brotliBytes"] = module.BrotliSize.Bytes,
        ["sha256"] = module.Sha256,
        ["vectorInstructions"] = module.VectorInstructions,
        ["optimiseFlags"] = module.OptimiseFlags,
    };

    private static JsonObject LimitOf(LimitOutcome outcome) => new()
    {
        ["id"] = outcome.Limit.Id,
        ["profile"] = outcome.Limit.Profile.Id,
        ["cases"] = outcome.Limit.Cases.Pattern,
        ["metric"] = Words.Key(outcome.Limit.Metric),
        ["atMost"] = outcome.Limit.AtMost,
        ["atLeast"] = outcome.Limit.AtLeast,
        ["unit"] = outcome.Limit.Unit,
        ["rationale"] = outcome.Limit.Rationale,
        ["basis"] = outcome.Limit.Basis.ToString().ToLowerInvariant(),
        ["source"] = outcome.Limit.Source,
        ["where"] = outcome.Limit.Where,
        ["findings"] = List(outcome.Findings, FindingOf),
        ["reason"] = outcome.WhyNone,
    };

    private static JsonObject FindingOf(Finding finding) => new()
    {
        ["case"] = finding.Case.Case.Id,
        ["verdict"] = Words.Key(finding.Verdict),
        ["observed"] = JsonReadings.Of(finding.Observed),
        ["doubt"] = finding.Doubt == Doubt.None ? null : Words.Key(finding.Doubt),
        ["chance"] = MetricFacts.IsTimed(finding.Limit.Metric) ? finding.Chance : null,
        ["evidence"] = finding.Sentence,
    };

    private static JsonObject Decision(RecordedDecision decision) => new()
    {
        ["requirement"] = decision.Requirement,
        ["outcome"] = Words.Key(decision.Outcome),
        ["lever"] = decision.Lever,
        ["rationale"] = decision.Rationale,
        ["date"] = decision.Date.ToString("yyyy-MM-dd"),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> toJson) => [.. items.Select(toJson)];
}
