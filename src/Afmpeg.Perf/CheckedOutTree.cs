using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;

namespace Afmpeg.Perf;

/// <summary>A checkout whose command is built and run by the .NET SDK, as its README says, in the configuration that both sides of a comparison share.</summary>
/// <param name="name">What it is called.</param>
/// <param name="folders">Where it is, and the cache.</param>
/// <param name="tell">Told each line that its command tells.</param>
public sealed class CheckedOutTree(string name, SuiteFolders folders, Action<string> tell) : ISuiteTree
{
    private const string Project = "src/Afmpeg.Perf.Cli";
    private const int LinesShown = 20;

    // One cache for both trees, wherever they are. The summary of a job is not for four runs to write that are parts of a comparison.
    private readonly Dictionary<string, string?> environment = new() { ["AFMPEG_CACHE"] = folders.Cache, ["GITHUB_STEP_SUMMARY"] = null };

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task Build(CancellationToken cancellation)
    {
        var (status, told) = await Dotnet(["build", Project, "--configuration", "Release", "--nologo", "--verbosity", "quiet"], tellsAll: false, cancellation);
        if (status != 0)
        {
            throw new PerfException(ExitStatus.Missing, $"The command of {name} cannot be built")
            {
                Where = folders.Repository,
                Observed = told,
                Remedy = "name a commit that can be built on this machine",
            };
        }
    }

    /// <inheritdoc/>
    public Task<(int Status, string Told)> Run(ImmutableArray<string> arguments, CancellationToken cancellation) =>
        Dotnet(["run", "--project", Project, "--configuration", "Release", "--no-build", "--", .. arguments], tellsAll: true, cancellation);

    private async Task<(int Status, string Told)> Dotnet(ImmutableArray<string> arguments, bool tellsAll, CancellationToken cancellation)
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

        // What a command prints is its result, which its folder has, too; what a build prints is its errors.
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
        return (result.ExitCode, string.Join('\n', last));
    }
}
