using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports;

/// <summary>What report.json says of the decision that a run makes.</summary>
internal static class JsonDecision
{
    /// <summary>The decision and the tables that it rests on.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The object.</returns>
    public static JsonObject Of(RunReport report) => new()
    {
        ["outcome"] = Words.Key(report.Measured.Outcome),
        ["guidance"] = Texts([.. report.Measured.Guidance.Select(guidance => guidance.Change.Id)]),
        ["lever"] = report.Measured.Lever?.Lever.Id,
        ["sentence"] = report.Measured.Sentence,
        ["numbers"] = Texts(report.Measured.Numbers),
        ["settles"] = Texts(report.Measured.Settles),
        ["exceeded"] = Texts(report.Measured.Exceeded),
        ["contradictsRecorded"] = report.Measured.Contradicts(report.Decision),
        ["levers"] = Tables([.. report.Levers.Where(table => table != report.Sensitivity)]),
        ["sensitivity"] = report.Sensitivity is { } sensitivity ? JsonAxes.Of(sensitivity) : null,
    };

    private static JsonArray Texts(ImmutableArray<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static JsonArray Tables(ImmutableArray<AxisTable> tables) => [.. tables.Select(JsonAxes.Of)];
}
