using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf;

/// <summary>Everything that a run gets from outside, read once at the edge: nothing below reads the environment.</summary>
public sealed record RunSettings
{
    /// <summary>How long a run waits for another one by default.</summary>
    public static TimeSpan UsualWait { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Where things lie.</summary>
    public required SuiteFolders Folders { get; init; }

    /// <summary>Where measurements and reports go.</summary>
    public required string Output { get; init; }

    /// <summary>The folder of this program, where its workers lie.</summary>
    public required string Programs { get; init; }

    /// <summary>The folders of executables, as in PATH.</summary>
    public required string Path { get; init; }

    /// <summary>NuGet's folder of packages, whose nuspecs name licences; need not be there.</summary>
    public string NuGetCache { get; init; } = "";

    /// <summary>What is kept out of what guests and tools said.</summary>
    public Redaction Redaction { get; init; } = Redaction.None;

    /// <summary>The user's lanes.json; null for none.</summary>
    public string? Lanes { get; init; }

    /// <summary>The folder that the user works in: messages name files below it relative to it. Empty for full paths.</summary>
    public string WorkingFolder { get; init; } = "";

    /// <summary>How much is measured.</summary>
    public Tier Tier { get; init; } = Tier.Quick;

    /// <summary>A case id or a pattern over them; null for the whole tier.</summary>
    public string? Filter { get; init; }

    /// <summary>Whether only what the decision asks of the tier is measured.</summary>
    public bool DecisionOnly { get; init; }

    /// <summary>Which part of the selected cases is measured; null for all of them.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Just these cases; null for what tier and filter say.</summary>
    public IReadOnlySet<string>? CaseIds { get; init; }

    /// <summary>The user's own file, measured instead of the media library; null for the library.</summary>
    public string? Media { get; init; }

    /// <summary>How long measuring may take; null for the tier's own time.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>How long to wait for another run that measures on this machine; zero refuses at once.</summary>
    public TimeSpan Wait { get; init; } = UsualWait;

    /// <summary>The seed of the shuffles; null for a new one.</summary>
    public int? Seed { get; init; }

    /// <summary>What to do with an unfinished run in the output folder.</summary>
    public ResumeMode Resume { get; init; }

    /// <summary>Whether missing Debian packages may be installed.</summary>
    public bool MayInstall { get; init; } = true;

    /// <summary>The URL of a Debian archive for sources and media; null for the host's own, or the one named before.</summary>
    public string? Mirror { get; init; }

    /// <summary>The options that name the user's own files, as a shell reads them; null where there are none.</summary>
    public string? CustomFiles
    {
        get
        {
            string[] options = [.. Option("--media", Media), .. Option("--lanes", Lanes)];
            return options.Length == 0 ? null : string.Join(' ', options);
        }
    }

    /// <summary>A file as a message names it.</summary>
    /// <returns>Relative to the working folder where it lies in it; what is personal is left out of it.</returns>
    public string Shown(string file)
    {
        var near = WorkingFolder.Length == 0 ? file : System.IO.Path.GetRelativePath(WorkingFolder, file);
        return near == ".." || near.StartsWith("../", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(near)
            ? Redaction.Hide(file)
            : near;
    }

    /// <summary>The same settings for what judges nothing: the user's limits, which may be for other cases, are not read.</summary>
    public RunSettings WithoutCustomThresholds() => this with { Folders = Folders with { CustomThresholds = null } };

    private IEnumerable<string> Option(string name, string? file) => file is null ? [] : [$"{name} {CommandText.OfPath(Shown(file))}"];

    /// <summary>The budget in force. Quick: five minutes less what checking and reporting take; full: likewise of forty-five.</summary>
    public TimeSpan EffectiveBudget => Budget ?? (Tier == Tier.Quick ? TimeSpan.FromMinutes(4.5) : TimeSpan.FromMinutes(42));

    /// <summary>
    /// How long measuring may take where a slow host needs more than the tier's time for the rounds without which there is no interval; a
    /// budget of the user's is never exceeded.
    /// </summary>
    public TimeSpan Limit => Budget ?? 2 * EffectiveBudget;
}

/// <summary>What becomes of an unfinished run in the output folder.</summary>
public enum ResumeMode
{
    /// <summary>The same run (tier, host, cases, modules, media) goes on; otherwise a new one begins. Rows stay in either case.</summary>
    IfSame,

    /// <summary>It goes on, or it is an error.</summary>
    Required,

    /// <summary>A new run begins.</summary>
    Never,
}
