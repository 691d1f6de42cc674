using System.Text.Json.Nodes;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;
using static Afmpeg.Perf.Reports.JsonParts;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// report.json: the report for programs. Keys are camelCase, words kebab-case; a change of meaning raises <see cref="Schema"/>.
/// </summary>
public static class JsonReport
{
    /// <summary>The version of the file's format.</summary>
    public const int Schema = 1;

    /// <summary>Renders the report as one indented JSON object.</summary>
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
            ["hostAccount"] = Reading(
                report.HostNoise,
                noise => new JsonObject { ["before"] = List(noise.Before, Remark), ["during"] = List(noise.During, Remark) }),
            ["workFolder"] = new JsonObject { ["parent"] = report.WorkParent, ["inMemory"] = report.WorkIsInMemory },
            ["versions"] = new JsonObject(
                report.Versions.Select(component => KeyValuePair.Create(component.Name, (JsonNode?)component.Version))),
            ["modules"] = List(report.Modules, Module),
            ["noiseFloor"] = NoiseFloorOf(report),
            ["family"] = new JsonObject
            {
                ["level"] = FamilyWiseError.Level,
                ["judgements"] = report.Findings.Count(finding => MetricFacts.IsTimed(finding.Limit.Metric)),
            },
            ["overhead"] = Reading(report.TimeBreakdown, account => new JsonObject
            {
                ["measuredSeconds"] = account.Measured.TotalSeconds,
                ["checkedSeconds"] = account.Checked?.TotalSeconds,
                ["totalSeconds"] = account.Total.TotalSeconds,
            }),
            ["cases"] = List(report.Cases, Case),
            ["axes"] = List(report.Axes, Axis),
            ["guidance"] = report.Guidance is { } guidance ? Axis(guidance) : null,
            ["limits"] = List(report.Limits, LimitOf),
            ["decision"] = report.Thresholds.RecordsDecision ? Recorded(report.Decision) : null,
            ["measuredDecision"] = Measured(report),
            ["stoppedGuests"] = RecordedTable.Stopping.ToNode(),
        };
        if (report.Media is { } media)
        {
            root["media"] = new JsonObject
            {
                ["file"] = media.File,
                ["sha256"] = media.Sha256,
                ["frames"] = media.Clip.Frames,
                ["framesPerSecond"] = media.Clip.FramesPerSecond,
                ["width"] = media.Clip.Width,
                ["height"] = media.Clip.Height,
                ["hasSound"] = media.Clip.HasSound,
                ["notes"] = Texts(media.Notes),
            };
        }

        return Text(root);
    }

    private static JsonObject NoiseFloorOf(RunReport report)
    {
        var floor = Reading(report.NoiseFloor, known => known.Fraction);
        floor["ratio"] = Reading(report.NoiseFloor.Select(known => known.Ratio));
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
        ["reason"] = outcome.Reason,
    };

    private static JsonObject FindingOf(Finding finding) => new()
    {
        ["case"] = finding.Case.Case.Id,
        ["verdict"] = Words.Key(finding.Verdict),
        ["observed"] = Reading(finding.Observed),
        ["doubt"] = finding.Doubt == Doubt.None ? null : Words.Key(finding.Doubt),
        ["chance"] = MetricFacts.IsTimed(finding.Limit.Metric) ? finding.Chance : null,
        ["evidence"] = finding.Sentence,
    };

    private static JsonObject Recorded(RecordedDecision decision) => new()
    {
        ["requirement"] = decision.Requirement,
        ["outcome"] = Words.Key(decision.Outcome),
        ["lever"] = decision.Lever,
        ["rationale"] = decision.Rationale,
        ["date"] = decision.Date.ToString("yyyy-MM-dd"),
    };

    private static JsonObject Measured(RunReport report) => new()
    {
        ["outcome"] = Words.Key(report.Measured.Outcome),
        ["guidance"] = Texts(report.Measured.Guidance.Select(guidance => guidance.Change.Id)),
        ["lever"] = report.Measured.Lever?.Change.Id,
        ["sentence"] = report.Measured.Sentence,
        ["numbers"] = Texts(report.Measured.Numbers),
        ["settles"] = Texts(report.Measured.Settles),
        ["exceeded"] = Texts(report.Measured.Exceeded),
        ["contradictsRecorded"] = report.Measured.Contradicts(report.Decision),
        ["levers"] = List(report.Levers.Where(table => table != report.Sensitivity), Axis),
        ["sensitivity"] = report.Sensitivity is { } sensitivity ? Axis(sensitivity) : null,
    };
}
