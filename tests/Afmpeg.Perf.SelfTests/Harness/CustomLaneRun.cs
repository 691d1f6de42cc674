using System.Text.Json.Nodes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A report folder whose run had a lanes file: one job of the committed report, with a user's module made of its rows.</summary>
public static class CustomLaneRun
{
    /// <summary>The user's case, which limits on wazero judge.</summary>
    public const string Case = $"{ReplayedRun.Job}/wazero+mine";
    public const string Options = "--lanes lanes.json";

    /// <summary>Writes the folder, and beside it the lanes file and its module.</summary>
    public static RunState Write(
        TemporaryFolder folder, double slowdown, bool remembers = true, bool isOtherVersion = false, long? moduleBytes = null)
    {
        File.WriteAllBytes(folder.File("mine.wasm"), global::Wasmtime.Module.ConvertText("""(module (func (export "_start")))"""));
        File.WriteAllText(folder.File("lanes.json"), """{ "modules": [{ "name": "mine", "path": "mine.wasm" }] }""");
        var theirs = CommittedRun.Rows.Where(row => row.Case == ReplayedRun.Case)
            .Select(row => row with
            {
                Case = Case,
                Lane = "wazero+mine",
                Build = "mine",
                ExecuteSeconds = row.ExecuteSeconds * slowdown,
                FramesDigest = isOtherVersion && row.FramesDigest is not null ? new string('f', 64) : row.FramesDigest,
            });
        string[] baselines = [.. CaseMatrix.Baselines.Select(lane => $"{ReplayedRun.Job}/{lane.Name}")];
        var natives = CommittedRun.Rows.Where(row => baselines.Contains(row.Case) || row.Workload == NoisePair.Workload);
        var mine = new CustomProgram("mine", "mine.wasm", Product.Gpl, [], new string('a', 64)) { Bytes = moduleBytes };
        var state = CommittedRun.State with
        {
            Cases = [.. baselines, Case],
            Lanes = new RecordedLanes("lanes.json", new CustomLanes(null, [mine], [], [])),
            CustomFiles = Options,
        };
        state.Write(folder.Path);
        File.WriteAllText(folder.File("measurements.jsonl"), string.Concat(natives.Concat(theirs).Select(row => row.ToLine())));
        if (!remembers)
        {
            var json = JsonNode.Parse(File.ReadAllText(folder.File("run.json")))!.AsObject();
            (json.Remove("lanes"), json.Remove("ownFiles")).Should().Be((true, true));
            File.WriteAllText(folder.File("run.json"), json.ToJsonString());
        }

        return state;
    }
}
