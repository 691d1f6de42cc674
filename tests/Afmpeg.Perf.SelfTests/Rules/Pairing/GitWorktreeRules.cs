using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Pairing;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Pairing;

public sealed class GitWorktreeRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GitWorktreeRules()
    {
        Git("init", "--quiet", "--initial-branch", "main");
        Commit("first");
        Git("tag", "v1");
        Commit("second");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("v1", "first")]
    [InlineData("main", "second")]
    [InlineData("HEAD~1", "first")]
    public async Task A_commit_is_checked_out_beside_the_checkout_and_removed_again(string reference, string expected)
    {
        string other;
        await using (var worktree = await GitWorktree.Add(folder.Path, reference, CancellationToken.None))
        {
            other = worktree.Folder;
            (await File.ReadAllTextAsync(Path.Combine(other, "file"))).Should().Be(expected);
            worktree.Commit.Should().MatchRegex("^[0-9a-f]{40}$");
            (await File.ReadAllTextAsync(folder.File("file"))).Should().Be("second", "the checkout stays as it is");
        }

        Directory.Exists(other).Should().BeFalse();
        Git("worktree", "list", "--porcelain").Should().NotContain(other);
    }

    [Fact]
    public async Task The_next_comparison_removes_what_a_killed_one_left()
    {
        var left = Path.Combine(Path.GetTempPath(), $"afmpeg-against-{int.MaxValue}-{Guid.NewGuid():N}");
        Git("worktree", "add", "--quiet", "--detach", left, "v1");

        // The user's own, on a disk that is not mounted now.
        var unmounted = folder.File("unmounted");
        Git("worktree", "add", "--quiet", "--detach", unmounted, "v1");
        Directory.Delete(unmounted, recursive: true);

        await using var worktree = await GitWorktree.Add(folder.Path, "main", CancellationToken.None);

        Git("worktree", "list", "--porcelain").Should().Contain(unmounted);
        Directory.Exists(left).Should().BeFalse();
        Git("worktree", "list", "--porcelain").Should().NotContain(left).And.Contain(worktree.Folder);
    }

    [Theory]
    [InlineData("no-such-branch")]
    [InlineData("--help")]
    [InlineData("")]
    [InlineData("v1; touch hacked")]
    public async Task A_name_that_is_not_a_commit_is_refused_and_nothing_is_left(string reference)
    {
        var add = async () => await GitWorktree.Add(folder.Path, reference, CancellationToken.None);

        (await add.Should().ThrowAsync<PerfException>()).Where(fault => fault.Status == ExitStatus.BadUsage).And.Observed
            .Should().Contain("git knows no commit of this name");
        Git("worktree", "list").Trim().Split('\n').Should().ContainSingle();
    }

    [Fact]
    public async Task A_folder_that_is_not_a_checkout_is_refused()
    {
        using var plain = new TemporaryFolder();
        var add = async () => await GitWorktree.Add(plain.Path, "main", CancellationToken.None);

        (await add.Should().ThrowAsync<PerfException>()).And.Observed.Should().Contain("not a git repository");
    }

    [Fact]
    public async Task An_installed_tool_does_not_mistake_the_users_repository_for_the_suite()
    {
        var settings = new RunSettings
        {
            Folders = new SuiteFolders(folder.Path, folder.File("cache")),
            Output = folder.File("report"),
            Programs = "",
            Path = "",
        };
        var compare = () => new PairRun(settings, new PlainProgress(TextWriter.Null)).Against("main", 0.005, CancellationToken.None);

        (await compare.Should().ThrowAsync<PerfException>()).Where(fault => fault.Status == ExitStatus.BadUsage).And.Remedy
            .Should().Contain("afmpeg-perf pair ");
    }

    private void Commit(string text)
    {
        File.WriteAllText(folder.File("file"), text);
        Git("add", "file");
        Git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", text);
    }

    private string Git(params string[] arguments)
    {
        var (status, output, errors) = BuiltCommand.RunProgram("git", folder.Path, new Dictionary<string, string?>(), arguments);
        status.Should().Be(0, errors);
        return output;
    }
}
