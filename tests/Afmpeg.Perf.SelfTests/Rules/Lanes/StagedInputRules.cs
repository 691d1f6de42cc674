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

    [Fact]
    public void Inputs_that_nobody_touched_are_as_they_were()
    {
        work.RepairInputs().Should().BeEmpty();
    }

    [Fact]
    public void An_input_that_was_written_to_is_named_and_staged_anew()
    {
        Overwrite("FRAMES and more");

        work.RepairInputs().Should().Equal("clip.mkv");

        File.ReadAllText(staged).Should().Be("frames");
        File.GetUnixFileMode(staged).Should().Be(UnixFileMode.UserRead);
        work.RepairInputs().Should().BeEmpty("it is mended");
    }

    [Fact]
    public void Another_input_of_the_same_length_is_noticed_by_its_time()
    {
        Overwrite("FRAMES");

        work.RepairInputs().Should().Equal("clip.mkv");

        File.ReadAllText(staged).Should().Be("frames");
    }

    [Fact]
    public void An_input_that_was_removed_is_named_and_staged_anew()
    {
        File.Delete(staged);

        work.RepairInputs().Should().Equal("clip.mkv");

        File.ReadAllText(staged).Should().Be("frames");
    }

    [Fact]
    public void What_was_added_to_the_inputs_is_named_and_removed()
    {
        File.WriteAllText(Path.Combine(work.Media, "a"), "");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(work.Media, "b")).FullName, "part"), "");
        Directory.CreateSymbolicLink(Path.Combine(work.Media, "c"), work.Scratch);

        work.RepairInputs().Should().Equal("a", "b", "c");

        Directory.GetFileSystemEntries(work.Media).Should().Equal(staged);
        Directory.Exists(work.Scratch).Should().BeTrue("what a link points to is not what was added");
    }

    [Fact]
    public void An_input_that_became_a_folder_is_an_input_again()
    {
        File.Delete(staged);
        Directory.CreateDirectory(Path.Combine(staged, "inside"));

        work.RepairInputs().Should().Equal("clip.mkv");

        File.ReadAllText(staged).Should().Be("frames");
    }

    [Fact]
    public void A_changed_input_that_cannot_be_staged_anew_is_told()
    {
        Overwrite("FRAMES");
        File.Delete(parent.File("clip.mkv"));

        work.Invoking(folder => folder.RepairInputs()).Should().Throw<PerfException>().Which.Expected.Should().Contain(parent.File("clip.mkv"));
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
