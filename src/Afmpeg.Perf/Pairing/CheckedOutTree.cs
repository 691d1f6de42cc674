using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Pairing;

/// <summary>A checkout of the suite whose workers are built as its README says.</summary>
internal sealed class CheckedOutTree(string name, SuiteFolders folders, Action<string> tell)
{
    private const string Project = "src/Afmpeg.Perf.Cli";

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>Where it is, and the cache.</summary>
    public SuiteFolders Folders => folders;

    /// <summary>The folder of its built command, where its workers lie.</summary>
    public string Programs => Path.Combine(folders.Repository, "artifacts", "bin", "Afmpeg.Perf.Cli", "release");

    /// <summary>Builds its command, and with it its workers, in the Release configuration.</summary>
    /// <exception cref="PerfException">It cannot be built.</exception>
    public async Task Build(CancellationToken cancellation)
    {
        tell($"Tree    {name} is being built");
        ImmutableArray<string> arguments = ["build", Project, "--configuration", "Release", "--nologo", "--verbosity", "quiet"];
        var result = await Cli.Wrap("dotnet").WithArguments(arguments).WithWorkingDirectory(folders.Repository)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation);
        if (result.ExitCode != 0)
        {
            throw new PerfException(ExitStatus.Missing, $"{name} cannot be built")
            {
                Where = $"{folders.Repository}: {CommandText.Of("dotnet", arguments)}",
                Observed = $"exit status {result.ExitCode}:\n{result.StandardOutput.Trim()}\n{result.StandardError.Trim()}",
                Remedy = "name a commit that can be built on this machine",
            };
        }
    }
}
