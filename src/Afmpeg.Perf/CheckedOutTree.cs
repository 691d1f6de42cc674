using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;

namespace Afmpeg.Perf;

/// <summary>A checkout of the suite that is built and set up by its own command, as its README says.</summary>
/// <param name="name">What it is called in progress and errors.</param>
/// <param name="folders">Where it is, and the cache.</param>
/// <param name="tell">Told each line that its command writes to standard error.</param>
internal sealed class CheckedOutTree(string name, SuiteFolders folders, Action<string> tell)
{
    private const string Project = "src/Afmpeg.Perf.Cli";
    private const int LinesShown = 20;

    // One cache for both trees, wherever they are.
    private readonly Dictionary<string, string?> environment = new() { ["AFMPEG_CACHE"] = folders.Cache, ["GITHUB_STEP_SUMMARY"] = null };

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>Where it is, and the cache.</summary>
    public SuiteFolders Folders => folders;

    /// <summary>The folder of its built command, where its workers lie.</summary>
    public string Programs => Path.Combine(folders.Repository, "artifacts", "bin", "Afmpeg.Perf.Cli", "release");

    /// <summary>Builds its command in the Release configuration and sets up what some cases need.</summary>
    /// <param name="setUp">Options of its setup command.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="PerfException">It cannot be built or set up.</exception>
    public async Task Prepare(ImmutableArray<string> setUp, CancellationToken cancellation)
    {
        tell($"Tree    {name} is built and set up");
        await Dotnet(["build", Project, "--configuration", "Release", "--nologo", "--verbosity", "quiet"], "built", tellsAll: false, cancellation);
        await Dotnet(["run", "--project", Project, "--configuration", "Release", "--no-build", "--", "setup", .. setUp], "set up", tellsAll: true, cancellation);
    }

    private async Task Dotnet(ImmutableArray<string> arguments, string done, bool tellsAll, CancellationToken cancellation)
    {
        var last = new Queue<string>();
        void Keep(string line)
        {
            lock (last)
            {
                last.Enqueue(line);
                if (last.Count > LinesShown)
                {
                    last.Dequeue();
                }
            }
        }

        // What a command prints is its result; what a build prints is its errors.
        var result = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(folders.Repository)
            .WithEnvironmentVariables(environment)
            .WithStandardOutputPipe(tellsAll ? PipeTarget.Null : PipeTarget.ToDelegate(Keep))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line =>
            {
                Keep(line);
                if (tellsAll)
                {
                    tell(line);
                }
            }))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancellation);
        if (result.ExitCode != 0)
        {
            throw new PerfException(Enum.IsDefined((ExitStatus)result.ExitCode) && tellsAll ? (ExitStatus)result.ExitCode : ExitStatus.Missing, $"{name} cannot be {done}")
            {
                Where = $"{folders.Repository}: {CommandText.Of("dotnet", arguments)}",
                Observed = $"exit status {result.ExitCode}; its last lines:\n{string.Join('\n', last)}",
                Remedy = "correct what it says, or name a commit that can be built on this machine",
            };
        }
    }
}
