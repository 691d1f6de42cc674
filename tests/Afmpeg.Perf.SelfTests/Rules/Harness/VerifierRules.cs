#if !VERIFY_XUNIT
using System.Text;
using Xunit.Sdk;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class VerifierRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Verified => folder.File("SomeSpec.It_holds.verified.txt");

    private string Received => folder.File("SomeSpec.It_holds.received.txt");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("\uFEFFone\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\ntwo\n")]
    public async Task A_byte_order_mark_line_endings_and_one_last_line_feed_make_no_difference(string verified)
    {
        await File.WriteAllTextAsync(Verified, verified);
        await File.WriteAllTextAsync(Received, "left by a failure before");

        await Hold("one\ntwo");
        await Hold("\uFEFFone\r\ntwo");

        File.Exists(Received).Should().BeFalse("equal texts leave nothing to accept");
    }

    [Theory]
    [InlineData("one", "one\n")]
    [InlineData("one\n\n", "one")]
    [InlineData("one ", "one")]
    public async Task Every_other_character_makes_a_difference(string verified, string target)
    {
        await File.WriteAllTextAsync(Verified, verified);

        await Failure(target);

        (await File.ReadAllTextAsync(Received)).Should().Be(target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_new_snapshot_fails_and_writes_the_received_file(string? verified)
    {
        if (verified is not null)
        {
            await File.WriteAllTextAsync(Verified, verified);
        }

        (await Failure("one\ntwo")).Should().Contain("New:").And.Contain($"Received: {Path.GetFileName(Received)}\none\ntwo");
        (await File.ReadAllBytesAsync(Received)).Should().StartWith(Encoding.UTF8.Preamble.ToArray(), "Verify writes its files so");
    }

    [Fact]
    public async Task Moving_the_received_file_accepts_it()
    {
        await Failure("one\n");
        File.Move(Received, Verified);

        await Hold("one\n");
    }

    [Fact]
    public async Task A_failure_shows_both_texts()
    {
        await File.WriteAllTextAsync(Verified, "head\nold\n");

        (await Failure("head\nnew")).Should().Contain("NotEqual:")
            .And.Contain($"{Path.GetFileName(Received)}\nhead\nnew").And.Contain($"{Path.GetFileName(Verified)}\nhead\nold");
    }

    [Fact]
    public async Task An_empty_text_is_written_as_a_name()
    {
        await Failure("");

        (await File.ReadAllTextAsync(Received)).Should().Be("emptyString");
    }

    public static TheoryData<string, string> Paths => new()
    {
        { $"in {Repository.Root}: no", "in {SolutionDirectory}: no" },
        { $"{Repository.Root}/media/a.mp4", "{SolutionDirectory}media/a.mp4" },
        { $"'{Repository.PathOf("tests", "Afmpeg.Perf.Tests")}/Specs'", "'{ProjectDirectory}Specs'" },
        { $"{AppContext.BaseDirectory}x.dll", "{CurrentDirectory}x.dll" },
        { $"{Path.GetTempPath()}x", "{TempPath}x" },
        { $"{Path.GetTempPath().Replace('/', '\\')}x", "{TempPath}x" },
        { $"{Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}/.cache", "{UserProfile}.cache" },
        { $"a{Path.GetTempPath()}x", $"a{Path.GetTempPath()}x" },
        { $"{Path.GetTempPath().TrimEnd('/')}x", $"{Path.GetTempPath().TrimEnd('/')}x" },
        { "/elsewhere/a.mp4", "/elsewhere/a.mp4" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Folders_of_the_machine_are_replaced_by_names(string text, string scrubbed) =>
        VerifiedPaths.Scrub(text).Should().Be(scrubbed);

    [Fact]
    public void CI_starts_no_diff_tool() => File.ReadAllText(Repository.PathOf(".ci", "run"))
        .Should().Contain("export DiffEngine_Disabled=true");

    private Task Hold(string target) => Verifier.Verify(target, folder.File("SomeSpec.cs"), "It_holds");

    private async Task<string> Failure(string target) =>
        (await this.Awaiting(_ => Hold(target)).Should().ThrowAsync<XunitException>()).Which.Message;
}
#endif
