using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Cli;

/// <summary>The options that several commands take, and the one place where the command reads the environment.</summary>
internal sealed class SharedOptions
{
    private readonly Option<Tier> tier = new("--tier")
    {
        Description = "quick: the reference case of each workload; full: all of them",
        HelpName = "quick|full",
        CustomParser = ParseTier,
    };

    private readonly Option<string?> filter = new("--filter")
    {
        Description = "measure only these cases: a case id, or patterns such as 'transcode/*/wazero+*,reel/*'; native baselines come along",
        HelpName = "GLOB",
    };

    private readonly Option<bool> decision = new("--decision")
    {
        Description = "measure only the cases that the decision needs: what upstream ships if a limit judges it, the same with the "
            + "adopted guidance, then with each lever",
    };

    private readonly Option<string?> lanes = new("--lanes")
    {
        Description = "measure the programs and engines of this file too, such as a module of your own: see docs/own-inputs.md",
        HelpName = "FILE",
    };

    private readonly Option<string?> media = new("--media")
    {
        Description = "measure this video file of yours (at most its first 10 s) instead of the library's clips",
        HelpName = "FILE",
    };

    private readonly Option<bool> noInstall =
        new("--no-install") { Description = "never install Debian packages; say which are missing instead" };

    private readonly Option<string?> mirror = new("--mirror")
    {
        Description = "take Debian's sources and packages from this archive, such as on Ubuntu",
        HelpName = "URL",
    };

    private readonly Option<TimeSpan?> wait = ValueOptions.Duration(
        "--wait", "how long to wait where another run measures on this machine (10m by default); 0s refuses at once");

    private readonly Option<string> output = new("--output")
    {
        Description = "the folder of measurements and reports",
        HelpName = "DIR",
        DefaultValueFactory = _ => "report",
    };

    /// <summary>The fewest columns that lines are broken for: below that nothing can be read.</summary>
    public const int Narrowest = 20;

    /// <summary>How wide the user wants lines, by COLUMNS; null where nothing sensible is said.</summary>
    public static int? Columns =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= Narrowest ? columns : null;

    /// <summary>The file that a step of a CI job has its summary in, by GITHUB_STEP_SUMMARY; null where there is none.</summary>
    public static string? StepSummary => Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file ? file : null;

    /// <summary>The options that say what is measured, when, and where it goes; a lanes file may also name what was.</summary>
    public IEnumerable<Option> OptionsOfMeasuring => [tier, filter, decision, media, noInstall, mirror, wait, output];

    public void AddSelection(Command command)
    {
        command.Options.Add(tier);
        command.Options.Add(filter);
        command.Options.Add(decision);
        command.Options.Add(media);
        command.Validators.Add(result =>
        {
            if (result.GetValue(decision) && (result.GetValue(filter) is not null || result.GetValue(media) is not null))
            {
                result.AddError("--decision selects the cases: leave out --filter and --media");
            }
        });
        AddLanes(command);
    }

    /// <summary>What two lanes are compared on: jobs, or a file of the user's.</summary>
    public void AddJobs(Command command)
    {
        command.Options.Add(filter);
        command.Options.Add(media);
        AddLanes(command);
    }

    public void AddLanes(Command command) => command.Options.Add(lanes);

    public void AddInstall(Command command)
    {
        command.Options.Add(noInstall);
        command.Options.Add(mirror);
        command.Validators.Add(result =>
        {
            if (result.GetValue(mirror) is { } url
                && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "file"))
            {
                result.AddError($"--mirror '{url}' is no URL of a Debian archive; expected one that begins with http:, https: or file:");
            }
        });
    }

    public void AddWait(Command command) => command.Options.Add(wait);

    public void AddOutput(Command command) => command.Options.Add(output);

    public RunSettings Read(ParseResult parsed) => new()
    {
        Folders = SuiteFolders.Find([Directory.GetCurrentDirectory(), AppContext.BaseDirectory], Environment.GetEnvironmentVariable),
        Output = Path.GetFullPath(parsed.GetValue(output) ?? "report"),
        Programs = AppContext.BaseDirectory,
        Path = Environment.GetEnvironmentVariable("PATH") ?? "",
        NuGetCache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        Redaction = Redaction.Of(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.UserName, Environment.MachineName,
            Environment.GetEnvironmentVariables()),
        WorkingFolder = Directory.GetCurrentDirectory(),
        Lanes = parsed.GetValue(lanes) is { } file ? Path.GetFullPath(file) : null,
        Tier = parsed.GetValue(tier),
        Filter = parsed.GetValue(filter),
        DecisionOnly = parsed.GetValue(decision),
        Media = parsed.GetValue(media) is { } clip ? Local(clip) : null,
        Wait = parsed.GetValue(wait) ?? RunSettings.UsualWait,
        MayInstall = !parsed.GetValue(noInstall),
        Mirror = parsed.GetValue(mirror),
    };

    private static string Local(string clip) => !clip.Contains("://", StringComparison.Ordinal) ? Path.GetFullPath(clip)
        : throw new PerfException(ExitStatus.BadUsage, "A URL cannot be measured")
        {
            Where = $"--media {clip}",
            Expected = "a file of this machine",
            Observed = "a URL",
            Remedy = "download it first, then name the file",
        };

    private static Tier ParseTier(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        var names = Enum.GetValues<Tier>().ToDictionary(tier => tier.ToString().ToLowerInvariant());
        if (names.TryGetValue(text.ToLowerInvariant(), out var known))
        {
            return known;
        }

        argument.AddError(
            $"'{text}' is not a tier{UsageFault.Suggestion(text, names.Keys, $"; there are {string.Join(" and ", names.Keys)}")}");
        return default;
    }
}
