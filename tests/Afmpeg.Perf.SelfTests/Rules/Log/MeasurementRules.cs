using System.Text.Json;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;

namespace Afmpeg.Perf.SelfTests.Rules.Log;

public sealed class MeasurementRules
{
    [Fact]
    public void The_fields_of_a_row_are_a_contract_in_name_and_order()
    {
        Json(Samples.Row(Samples.Wasm, 1, 4)).EnumerateObject().Select(field => field.Name).Should().Equal(
            "schema", "run", "at", "host", "case", "workload", "clip", "encoder", "effort", "lane", "engine", "build", "instances", "jobs",
            "round", "order",
            "warmup", "outcome", "reason", "wallSeconds", "compileSeconds", "loadSeconds", "instantiateSeconds", "executeSeconds",
            "userSeconds", "systemSeconds", "peakResidentBytes", "outputBytes", "frames", "mediaSeconds", "framesDigest", "psnrYDb", "ssim",
            "lowestPsnrYDb", "qualityReason");
    }

    [Theory]
    [InlineData(Outcome.Ok, "ok")]
    [InlineData(Outcome.Failed, "failed")]
    [InlineData(Outcome.TimedOut, "timed-out")]
    [InlineData(Outcome.Voided, "voided")]
    public void An_outcome_is_written_as_a_word(Outcome outcome, string word)
    {
        Json(Samples.Row(Samples.Wasm, 1, 4) with { Outcome = outcome }).GetProperty("outcome").GetString().Should().Be(word);
    }

    [Fact]
    public void A_missing_reading_is_null()
    {
        var row = Json(Samples.Row(Lane.Native, 1, 4));

        foreach (var field in new[] { "engine", "build", "reason", "compileSeconds" })
        {
            row.GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null, $"{field} is not known of a native run");
        }
    }

    [Fact]
    public void A_row_is_flat()
    {
        Json(Samples.Row(Samples.Wasm, 1, 4)).EnumerateObject().Should().NotContain(
            field => field.Value.ValueKind == JsonValueKind.Object || field.Value.ValueKind == JsonValueKind.Array);
    }

    [Fact]
    public void A_row_is_read_back_as_it_was_written()
    {
        var row = Samples.Row(Samples.Wasm, 3, 1.0 / 3) with
        {
            Outcome = Outcome.Failed,
            Reason = "trap: \"unreachable\"\nat 0x1",
            WallSeconds = 0.1
        };

        JsonSerializer.Deserialize<Measurement>(JsonSerializer.Serialize(row, Measurement.Json), Measurement.Json).Should().Be(row);
    }

    private static JsonElement Json(Measurement row) => JsonSerializer.SerializeToElement(row, Measurement.Json);
}
