using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Afmpeg.Perf.Cli;

/// <summary>The help of System.CommandLine, as wide as the screen, and examples: whole lines to type, with what each does.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, (string Line, string Does)[]> ByCommand = new()
    {
        ["afmpeg-perf"] =
        [
            ("run", "set up, measure the quick tier, judge, report"),
            ("doctor", "what that would do, without doing it"),
        ],
        ["doctor"] =
        [
            ("doctor --tier full", "what the full tier measures, needs and judges"),
            ("doctor --cases --filter '*/v8+*'", "the id of every case that would be measured"),
            ("doctor --licences", "every part that is built or taken, with version and licence"),
        ],
        ["setup"] =
        [
            ("setup --tier full", "make all that the full tier needs, so that it can be measured without a network"),
            ("setup --no-install", "say which Debian packages are missing instead of installing them"),
        ],
        ["run"] =
        [
            ("run --tier full", "every workload and axis, 45 to 85 minutes on two cores"),
            ("run --filter 'transcode/*/wasmtime+O3-simd128-msa' --budget 2m", "some cases, with their native baselines, in two minutes"),
            ("run --tier full --decision", "what the decision is made of, and nothing else"),
            ("run --tier full --shard 2/4 --output shard-2", "the second of four parts, each for a machine of its own"),
            ("run --media holiday.mp4", "your own file instead of the library's clips"),
            ("run --lanes lanes.json --filter '*/*+mine' --strict", "your own module, and a limit that cannot be judged fails, too"),
        ],
        ["report"] =
        [
            ("report", "judge the last run again, after thresholds.json was edited"),
            ("report --axis engine", "one axis alone, with its table"),
            ("report --json", "the report for programs"),
        ],
        ["explain"] =
        [
            ("explain transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128-msa",
                "where this number comes from, and why it is within its limits or not"),
        ],
        ["compare"] =
        [
            ("compare old-report report", "two runs that are there already"),
            ("compare --against main --filter 'transcode/*/wasmtime+*' --budget 10m", "what the changes since main did, both on one core"),
        ],
        ["pair"] =
        [
            ("pair wasmtime+O3-simd128-msa wasmtime+mine --lanes lanes.json",
                "whether your own module is as fast as ours, to half a percent"),
            ("pair wazero+O3-simd128-msa wazero+O3-simd128-msa", "a lane against itself: how small a difference this machine can show"),
            ("pair native-portable wasmtime+O3-simd128-msa --filter 'reel/*'", "what the sandbox costs on other jobs"),
        ],
        ["export"] =
        [
            ("export O3-simd128-msa fastest", "the fastest module, with programs that run it"),
            ("export Oz-shipped small --flavour lgpl", "the smallest one with openh264"),
        ],
        ["merge"] =
        [
            ("merge shard-1 shard-2 --output merged", "one report of what two machines measured by run --shard 1/2 and 2/2"),
        ],
        ["accept"] =
        [
            ("accept --output artifacts/test-report", "record what a test run measured"),
        ],
    };

    private readonly Screen screen = new();

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Has a command and all below it answer `--help` so.</summary>
    public static void Attach(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var status = new HelpAction { MaxWidth = screen.Width }.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        screen.WriteLine("Examples:");
        foreach (var (line, does) in ByCommand[command is RootCommand ? "afmpeg-perf" : command.Name])
        {
            screen.WriteRow($"  afmpeg-perf {line}");
            screen.WriteLine(does, "      ");
        }

        return status;
    }
}
