using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class StagedInputRules : IDisposable
{
    private readonly TemporaryFolder parent = new();
    private readonly WorkFolder work;
    private readonly string staged;

    public StagedInputRules()
    {
        work = WorkFolder.Create(parent.Path);
        File.WriteAllText(parent.File("clip.mkv"), "frames");
        work.Stage(parent.File("clip.mkv"));
        staged = Path.Combine(work.Media, "clip.mkv");
    }

    public void Dispose()
    {
        work.Dispose();
        parent.Dispose();
    }

    [Theory]
    [InlineData("written to")]
    [InlineData("replaced by one of the same length")]
    [InlineData("removed")]
    [InlineData("a folder now")]
    public void A_changed_input_is_named_and_staged_again(string change)
    {
        work.RepairInputs().Should().BeEmpty("nobody touched it yet");
        Change(change);

        work.RepairInputs().Should().Equal("clip.mkv");

        File.ReadAllText(staged).Should().Be("frames");
        File.GetUnixFileMode(staged).Should().Be(UnixFileMode.UserRead);
        work.RepairInputs().Should().BeEmpty("it is as it was");
    }

    [Fact]
    public void A_file_added_to_the_inputs_is_named_and_removed()
    {
        File.WriteAllText(Path.Combine(work.Media, "a"), "");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(work.Media, "b")).FullName, "part"), "");
        Directory.CreateSymbolicLink(Path.Combine(work.Media, "c"), work.Scratch);

        work.RepairInputs().Should().Equal("a", "b", "c");

        Directory.GetFileSystemEntries(work.Media).Should().Equal(staged);
        Directory.Exists(work.Scratch).Should().BeTrue("what a link points to is not what was added");
    }

    [Fact]
    public void A_changed_input_that_cannot_be_staged_again_is_reported()
    {
        Overwrite("FRAMES");
        File.Delete(parent.File("clip.mkv"));

        work.Invoking(folder => folder.RepairInputs())
            .Should().Throw<PerfException>().Which.Expected.Should().Contain(parent.File("clip.mkv"));
    }

    private void Change(string change)
    {
        switch (change)
        {
            case "written to":
                Overwrite("FRAMES and more");
                break;
            case "removed":
                File.Delete(staged);
                break;
            case "a folder now":
                File.Delete(staged);
                Directory.CreateDirectory(Path.Combine(staged, "inside"));
                break;
            default:
                Overwrite("FRAMES");
                break;
        }
    }

    private void Overwrite(string text)
    {
        // As a guest under root can, whatever the file's mode says.
        File.SetUnixFileMode(staged, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(staged, text);
        File.SetLastWriteTimeUtc(staged, File.GetLastWriteTimeUtc(parent.File("clip.mkv")).AddSeconds(1));
        File.SetUnixFileMode(staged, UnixFileMode.UserRead);
    }
}
