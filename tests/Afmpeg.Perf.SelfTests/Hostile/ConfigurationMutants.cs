using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Hostile;

/// <summary>Mutants of one configuration file, each loaded by the suite's own code.</summary>
public sealed partial class ConfigurationMutants : IDisposable
{
    private const string LanesText = """
        {
          // every key that the file may have
          "native": "/bin/true",
          "modules": [{ "name": "mine", "path": "./good.wasm", "flavour": "gpl", "arguments": ["-nostats"] }],
          "natives": [{ "name": "distro-7", "path": "/bin/false", "flavour": "lgpl" }],
          "engines": [{ "name": "iwasm", "command": ["sh", "--dir={media}::/media", "--dir={out}::/out", "{module}", "{arguments}"] }],
        }
        """;

    private static readonly JsonSerializerOptions Canonical = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly string[] CaseIds = [.. MeasuredRun.Suite.Cases.Select(declared => declared.Id)];
    private static readonly string[] LeverIds = [.. LeverCatalog.Ids(LeverCatalog.Levers)];

    private readonly TemporaryFolder temporary = new();
    private readonly string name;
    private readonly string text;

    /// <summary>Mutants of thresholds.json, lanes.json or manifest.json.</summary>
    public ConfigurationMutants(string name)
    {
        this.name = name;
        text = name switch
        {
            "thresholds.json" => File.ReadAllText(TestSettings.Folders.Thresholds),
            "manifest.json" => File.ReadAllText(TestSettings.Folders.MediaManifest),
            _ => LanesText,
        };
        File.WriteAllBytes(temporary.File("good.wasm"), global::Wasmtime.Module.ConvertText("""(module (func (export "_start")))"""));
    }

    public void Dispose() => temporary.Dispose();

    /// <summary>Loads the mutant of a seed: whether it was refused, and what the suite did wrong, if anything.</summary>
    public (bool Refused, string? Wrong) Try(int seed)
    {
        var random = new Random(seed);
        var file = temporary.File($"{seed}-{name}");
        File.WriteAllBytes(file, random.Next(2) == 0 ? TextMutations.Of(text, random)
            : Encoding.UTF8.GetBytes(TreeMutations.Of(text, random)));
        try
        {
            var first = Load(file);
            return (false, Load(file) != first ? "it loads differently the second time" : RoundTrip(file, first));
        }
        catch (PerfException refusal)
        {
            return (true, FaultOf(refusal, file));
        }
#pragma warning disable CA1031 // Any other exception is what is looked for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (true, $"{fault}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? FaultOf(PerfException refusal, string file) =>
        refusal.Status != ExitStatus.BadUsage ? $"its status is {refusal.Status}: {refusal.Message}"
        : !refusal.Message.Contains(file, StringComparison.Ordinal) ? $"it does not name the file: {refusal.Message}"
        : !Fault().IsMatch(refusal.Message) ? $"it does not name a line and what was expected: {refusal.Message}"
        : null;

    private string Load(string file) => name switch
    {
        "thresholds.json" => Text(Thresholds(file)),
        "manifest.json" => JsonSerializer.Serialize(MediaManifest.Load(file), Canonical),
        _ => JsonSerializer.Serialize(CustomLanesFile.Load(file, ["native", "wasmtime", "O3"], "/no/such/folder:/bin"), Canonical),
    };

    // The writer changes the decision and nothing else; its lines may be others.
    private string? RoundTrip(string file, string first)
    {
        if (name != "thresholds.json")
        {
            return null;
        }

        var written = ThresholdsText.With(File.ReadAllText(file), Thresholds(file).Decision);
        File.WriteAllText(file, written);
        var again = Thresholds(file);
        return Text(again) != first ? "what is written of it is read differently"
            : ThresholdsText.With(written, again.Decision) != written ? "writing it twice is not writing it once"
            : null;
    }

    private static Thresholds Thresholds(string file) =>
        ThresholdsFile.Load(file, CaseIds, LeverIds, LeverCatalog.Ids(LeverCatalog.Guidance));

    private static string Text(Thresholds thresholds) =>
        JsonSerializer.Serialize(thresholds with { Limits = [.. thresholds.Limits.Select(limit => limit with { Where = "" })] }, Canonical);

    [GeneratedRegex(@":[0-9]+: .+\n +expected .+", RegexOptions.CultureInvariant)]
    private static partial Regex Fault();
}
