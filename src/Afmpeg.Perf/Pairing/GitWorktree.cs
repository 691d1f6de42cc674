using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Pairing;

/// <summary>
/// Another commit of a checkout in a folder of its own, removed when it is disposed of. The checkout itself stays as it is.
/// </summary>
public sealed class GitWorktree : IAsyncDisposable
{
    private const string Prefix = "afmpeg-against";
    private readonly string repository;

    private GitWorktree(string repository, string folder, string commit)
    {
        this.repository = repository;
        Folder = folder;
        Commit = commit;
    }

    /// <summary>Where it is.</summary>
    public string Folder { get; }

    /// <summary>The commit's full name.</summary>
    public string Commit { get; }

    /// <summary>Checks a commit out.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="reference">The commit, as git reads it: a branch, a tag, a hash.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The worktree.</returns>
    /// <exception cref="PerfException">There is no git, no checkout, or no such commit.</exception>
    public static async Task<GitWorktree> Add(string repository, string reference, CancellationToken cancellation)
    {
        // A reference that begins with a dash would be an option.
        var commit = (await Git(repository, reference, ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}"],
            cancellation)).Trim();
        foreach (var abandoned in OwnedFolders.Abandoned(Path.GetTempPath(), Prefix))
        {
            await new GitWorktree(repository, abandoned, "").DisposeAsync();
        }

        var folder = Path.Combine(Path.GetTempPath(), OwnedFolders.NewName(Prefix));
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var worktree = new GitWorktree(repository, folder, commit);
        try
        {
            await Git(repository, reference, ["worktree", "add", "--detach", "--force", folder, commit], cancellation);
            return worktree;
        }
        catch
        {
            await worktree.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // What cannot be removed now is forgotten by git once the folder is gone.
        await Cli.Wrap("git").WithArguments(["-C", repository, "worktree", "remove", "--force", Folder])
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        OwnedFolders.TryRemove(Folder);
    }

    private static async Task<string> Git(string repository, string reference, string[] arguments, CancellationToken cancellation)
    {
        var answer = await Cli.Wrap("git").WithArguments(["-C", repository, .. arguments]).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return answer.ExitCode == 0 ? answer.StandardOutput
            : throw new PerfException(ExitStatus.BadUsage, "The commit to compare with cannot be checked out")
            {
                Where = repository,
                Expected = "a git checkout that has it",
                Observed = $"'{reference}': "
                + (answer.StandardError.Trim() is { Length: > 0 } said ? said : "git knows no commit of this name"),
                Remedy = "name a commit that this checkout has; a shallow clone has few: git fetch --unshallow, or fetch-depth: 0 in CI",
            };
    }
}
