#if !VERIFY_XUNIT
using System.Text;
using Afmpeg.Perf.Tests.Harness;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Rules.Harness;

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
    public async Task Marks_and_newlines_make_no_difference(string verified)
    {
        await File.WriteAllTextAsync(Verified, verified);
        await File.WriteAllTextAsync(Received, "left by a failure before");

        await Hold("one\ntwo");

        File.Exists(Received).Should().BeFalse("what is equal leaves nothing to accept");
    }

    [Fact]
    public async Task A_new_snapshot_fails_and_is_received()
    {
        (await Failure("one\ntwo")).Should().Be(
            $"""
            New: the snapshot SomeSpec.It_holds.verified.txt is not there yet.
            Accept with:  mv '{Received}' '{Verified}'

            + one
            + two
            """);
        (await File.ReadAllBytesAsync(Received)).Should().StartWith(Encoding.UTF8.Preamble.ToArray(), "Verify writes its files so");
    }

    [Fact]
    public async Task Moving_what_was_received_accepts_it()
    {
        await Failure("one\n");
        File.Move(Received, Verified);

        await Hold("one\n");
    }

    [Fact]
    public async Task A_difference_names_its_line_and_shows_no_equal_ones_around_it()
    {
        await File.WriteAllTextAsync(Verified, "head\nsame\nold\ntail");

        (await Failure("head\nsame\nnew\nadded\ntail")).Should().EndWith("from line 3\n- old\n+ new\n+ added");
    }

    [Fact]
    public async Task Spaces_count()
    {
        await File.WriteAllTextAsync(Verified, "one ");

        (await Failure("one")).Should().EndWith("from line 1\n- one \n+ one");
    }

    private Task Hold(string target) => Verifier.Verify(target, folder.File("SomeSpec.cs"), "It_holds");

    private async Task<string> Failure(string target) =>
        (await this.Awaiting(_ => Hold(target)).Should().ThrowAsync<XunitException>()).Which.Message;
}
#endif
